"""Links between entries: a ring is found where there is one, and parents come to stand last."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st

from citekit.checker.active_rule import ActiveRule
from citekit.checker.bib_file import BibFile
from citekit.checker.checking import check_project
from citekit.checker.fixing import mend
from citekit.checker.project import Project
from citekit.checker.registry import rules_by_name

KEYS = "abcdef"
LINKS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(KEYS + "z"), max_size=6)
ROUNDS = 40


def _text(links: Mapping[str, str]) -> str:
    fields = {key: f", crossref = {{{links[key]}}}" if key in links else "" for key in KEYS}
    return "".join(f"@book{{{key}{field}}}\n" for key, field in fields.items())


def _found(code: str, text: str) -> int:
    return len(check_project(_project(text), [_active(code)]))


def _project(text: str) -> Project:
    return Project((BibFile("refs.bib", text, dialect="bibtex"),))


def _active(code: str) -> ActiveRule:
    rule = rules_by_name()[code]
    return ActiveRule(rule, rule.severity)


def _is_circular(links: Mapping[str, str]) -> bool:
    try:
        TopologicalSorter({key: {target} for key, target in links.items()}).prepare()
    except CycleError:
        return True
    return False


@given(LINKS)
def test_a_ring_is_found_where_there_is_one(links: dict[str, str]) -> None:
    assert bool(_found("CIT008", _text(links))) is _is_circular(links)


@given(LINKS)
def test_parents_moved_stand_behind_their_children_and_no_entry_is_lost(
    links: dict[str, str],
) -> None:
    text = _text(links)
    for _ in range(ROUNDS):
        findings = check_project(_project(text), [_active("CIT022")])
        mended = mend({"refs.bib": text}, findings)
        if not mended.mended:
            break
        text = mended.texts["refs.bib"]
    keys = [entry.key for entry in BibFile("refs.bib", text).entries]
    assert sorted(keys) == list(KEYS)
    if not _is_circular(links):
        assert not _found("CIT022", text)
        assert all(
            keys.index(child) < keys.index(parent)
            for child, parent in links.items()
            if parent in KEYS
        )
