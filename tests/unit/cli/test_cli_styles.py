"""``citekit styles``: the search from the command line."""

import json
import shlex
import subprocess
import sys

import pytest

from citekit.csl.styles import find_style


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", "styles", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_a_style_shows_with_title_kind_fields_and_a_sample() -> None:
    done = run("american", "psychological", "-n", "1")
    assert done.returncode == 0
    name, title, about, sample = done.stdout.splitlines()
    assert name == "apa"
    assert title == f"  {find_style('apa').info.title}"
    assert about.startswith("  author-date; ")
    assert "psychology" in about
    assert sample.startswith("  > Okafor, A. M., & Lind, J. (2019). How rivers remember.")
    assert done.stderr.startswith("1 of ")


def test_an_alias_names_what_it_stands_for() -> None:
    done = run("nature-physics", "-n", "1", "-q")
    assert "  numeric; physics; the same as nature\n" in done.stdout
    assert done.stderr == ""


def test_records_for_programs() -> None:
    done = run("--kind", "label", "--to", "json", "-n", "0")
    assert done.returncode == 0
    records = json.loads(done.stdout)
    assert {record["kind"] for record in records} == {"label"}
    assert all(record["name"] and record["title"] and record["sample"] for record in records)


def test_nothing_found_is_a_finding_with_what_comes_near() -> None:
    done = run("chicgo")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no style fits 'chicgo'; did you mean chicago-" in done.stderr
    assert run("qqqqqqqq").returncode == 1


def test_wrong_use() -> None:
    for arguments, told in (
        (["--kind", "nte"], "unknown kind 'nte'; did you mean note?"),
        (["--field", "phsics"], "unknown field 'phsics'; did you mean physics?"),
        (["-n", "-1"], "-1"),
        (["--to", "xml"], "xml"),
    ):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr


def test_a_closed_output_is_told_without_a_traceback() -> None:
    command = f"{shlex.quote(sys.executable)} -m citekit styles apa -n 1 >&-"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr == "citekit: standard output is closed\n"


@pytest.mark.parametrize(
    "query", [".*", "[", "\\", "%s", "$(x)", "\x01", "a b " * 3000, "x" * 10000]
)
def test_any_query_is_answered_in_time(query: str) -> None:
    done = run("-n", "1", "--", query)
    assert done.returncode in {0, 1}
    assert "internal error" not in done.stderr
    assert len(done.stderr) < 400
