"""A dash in a bibliography stands for the author of the entry above."""

from typing import Any

import pytest
from resolver_rows import citations

from citekit.model.citation import Citation
from citekit.model.reference import PersonalName, Reference
from citekit.model.variables import NameVariable
from citekit.resolver.repeated_authors import with_repeated_authors

ABE: dict[str, Any] = {"author": ["Abe, Keiji"], "title": "Straits", "year": 2003}
ANY: dict[str, Any] = {"title": "Ferries", "year": 2001}


def entry(work: dict[str, Any], text: str, **more: str) -> dict[str, Any]:
    return {"kind": "bibliography-entry", "cite": work, "text": text, **more}


def reference(citation: Citation) -> Reference:
    target = citation.cites[0].target
    assert isinstance(target, Reference)
    return target


@pytest.mark.parametrize("dash", ["———.", "---.", "__,", "―.", "Ders.:", "Idem,"])
def test_the_author_above_is_repeated(dash: str) -> None:
    rows = [entry(ABE, "Abe, Keiji."), entry(ANY, f"{dash} Ferries."), entry(ANY, f"{dash} Two.")]
    found = with_repeated_authors(citations(rows))
    for citation in found:
        assert reference(citation).names[NameVariable.AUTHOR] == (PersonalName("Abe", "Keiji"),)
    assert NameVariable.AUTHOR not in reference(found[1]).origins


def test_what_he_edited_is_said_so() -> None:
    rows = [entry(ABE, "Abe, Keiji."), entry(ANY, "———, ed. Ferries.")]
    names = reference(with_repeated_authors(citations(rows))[1]).names
    assert set(names) == {NameVariable.EDITOR}


@pytest.mark.parametrize("text", ["Ferries. 2001.", "Ideas of the sea.", "- Ferries."])
def test_other_entries_stay(text: str) -> None:
    rows = citations([entry(ABE, "Abe, Keiji."), entry(ANY, text)])
    assert with_repeated_authors(rows) == rows


def test_authors_do_not_cross_documents() -> None:
    rows = citations([entry(ABE, "Abe.", path="a.txt"), entry(ANY, "———. Two.", path="b.txt")])
    assert with_repeated_authors(rows) == rows
