"""Comments that ask for silence, in all kinds of files."""

import tomllib
from pathlib import Path

import pytest

from citekit.checker.settings import CheckSettings
from citekit.checker.suppression_comments import find_suppressions
from citekit.pipeline.checking.running import check_texts

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "checker" / "suppressions.toml").read_text("utf-8")
)["case"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: str(case["name"]))
def test_what_is_left_after_suppressions(case: dict[str, object]) -> None:
    """``left`` are ``CODE:line`` of the findings of PAG003 and SUP that are left."""
    checked = check_texts({"refs.bib": str(case["bib"])}, CheckSettings(select=("PAG003", "SUP")))
    assert [f"{one.code}:{one.line}" for one in checked.findings] == case["left"]
    if "fixed" in case:
        mended = check_texts(
            {"refs.bib": str(case["bib"])}, CheckSettings(select=("PAG003", "SUP")), fix=True
        )
        assert mended.texts["refs.bib"] == case["fixed"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", "<!-- citekit: ignore[CIT001] because -->"),
        ("a.html", "<!--citekit:ignore[CIT001]-->"),
        ("a.tex", "% citekit: ignore[CIT001]"),
        ("a.typ", "// citekit: ignore[CIT001]"),
        ("a.rst", ".. citekit: ignore[CIT001]"),
        ("a.org", "# citekit: ignore[CIT001]"),
        ("a.bib", "% citekit: ignore[CIT001]"),
        ("a.bib", "@comment{citekit: ignore[CIT001]}"),
        ("a.bib", "@Comment{ citekit: ignore[CIT001] since it is so}"),
    ],
)
def test_each_kind_of_file_has_its_comments(path: str, text: str) -> None:
    (comment,) = find_suppressions(f"x\n{text}\ny", path)
    assert comment.selectors == ("CIT001",)
    assert comment.stands_alone
    assert comment.span.start == 2


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.tex", r"50\% citekit: ignore[CIT001]"),
        ("a.md", "citekit: ignore[CIT001]"),
        ("a.bib", "citekit: ignored[CIT001]"),
    ],
)
def test_what_is_no_comment(path: str, text: str) -> None:
    assert find_suppressions(text, path) == ()


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("a.md", "<!-- citekit: ignore[CIT002] -->"),
        ("a.rst", ".. citekit: ignore[CIT002]"),
        ("a.rest", ".. citekit: ignore[CIT002]"),
        ("a.adoc", "// citekit: ignore[CIT002]"),
    ],
)
def test_a_comment_speaks_for_the_paragraph_behind_blank_lines(path: str, comment: str) -> None:
    """ReStructuredText asks for a blank line behind a comment; that after it is heard again."""
    role = {"rst": ":cite:`q`", "rest": ":cite:`q`", "md": "[@q]", "adoc": "cite:[q]"}
    cite = role[path.rpartition(".")[2]]
    text = f"{comment}\n\nSee {cite}.\n\nAnd {cite.replace('q', 'z')}.\n"
    checked = check_texts({path: text, "r.bib": "@misc{k,title={T}}"}, CheckSettings(("CIT002",)))
    assert [one.line for one in checked.findings] == [5]
