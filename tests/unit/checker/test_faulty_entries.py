"""Entries with faults of syntax are mended by the rules of syntax first."""

import pytest

from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.running import check_texts

_FAULTY = "@article{a,\n  pages = {101 -- 113}\n  year = 1999,\n}\n"
_SOUND = "@article{b, pages = {7 -- 9}}\n"


def test_other_rules_wait_for_those_of_syntax() -> None:
    checked = check_texts(
        {"refs.bib": _FAULTY + _SOUND}, CheckSettings(select=("PAG007",)), fix=True
    )
    assert checked.texts["refs.bib"] == _FAULTY + "@article{b, pages = {7--9}}\n"
    assert [(one.code, one.line, one.problem.fix) for one in checked.findings] == [
        ("PAG007", 2, None)
    ]


def test_once_the_syntax_is_mended_they_have_their_say() -> None:
    checked = check_texts(
        {"refs.bib": _FAULTY}, CheckSettings(select=("PAG007", "SYN003")), fix=True
    )
    assert "pages = {101--113},\n" in checked.texts["refs.bib"]
    assert not checked.findings


@pytest.mark.parametrize(
    ("text", "select"),
    [
        ("@article{___[ pages =-{12----~~~1},\n%}\n", "PAG"),
        ('@book{a,\n .i"e = {T}(,\n  edition = {1st})}\n', "PAG"),
        ("@art.icle{a, url = {https://arxiv.org/abs/1706.03762}### ~rint = {1706}}", "IDN"),
    ],
)
def test_what_was_found_by_mutations(text: str, select: str) -> None:
    """Fixes of these made more faults than there were."""
    settings = CheckSettings(select=(select,))
    checked = check_texts({"refs.bib": text}, settings, fix=True, unsafe=True)
    assert checked.texts["refs.bib"] == text
