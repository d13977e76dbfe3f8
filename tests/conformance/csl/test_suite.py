"""The CSL test-suite passes as listed: what newly fails, and what newly passes, fails here."""

import tomllib

import pytest
from suite import HERE, Outcome, read_passing, run, suite_folder

DEVIATIONS = tomllib.loads((HERE / "deviations.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    folder = suite_folder()
    if folder is None:
        pytest.skip("no CSL test-suite; set CITEKIT_DATA to run it")
    return list(run(folder))


def test_every_listed_fixture_passes(outcomes: list[Outcome]) -> None:
    listed = read_passing()
    failing = [each for each in outcomes if each.name in listed and not each.has_passed]
    assert not failing, "\n\n".join(f"{each.name}\n{each.fault}" for each in failing)
    assert listed <= {each.name for each in outcomes}, "a listed fixture is not in the suite"


def test_every_passing_fixture_is_listed(outcomes: list[Outcome]) -> None:
    passing = {each.name for each in outcomes if each.has_passed}
    assert not passing - read_passing(), "run tests/conformance/csl/update.py"


def test_every_failing_fixture_has_its_reason(outcomes: list[Outcome]) -> None:
    failing = {each.name for each in outcomes if not each.has_passed}
    assert failing == set(DEVIATIONS), "deviations.toml names each fixture that does not pass"


def test_each_deviation_gives_its_reason_and_is_not_listed() -> None:
    assert all(row["reason"] for row in DEVIATIONS.values())
    assert not read_passing() & set(DEVIATIONS)
