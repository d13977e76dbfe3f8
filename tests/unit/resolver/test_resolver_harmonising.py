"""Chapters of one edited book in one form."""

from typing import Any

from resolver_rows import citations, name_of, reference

from citekit.model.variables import NameVariable, TextVariable
from citekit.resolver.harmonising import harmonise
from citekit.resolver.resolving import resolve

SHORT: dict[str, Any] = {
    "type": "chapter",
    "author": ["Sato, Mai"],
    "title": "Japan and its straits",
    "container": "Watters of the North",
    "editor": ["Bergmann"],
    "publisher": "Northgate UP",
    "year": 1998,
}
FULL: dict[str, Any] = {
    **SHORT,
    "author": ["Abe, Keiji"],
    "title": "Tides",
    "container": "Waters of the North: essays",
    "editor": ["Bergmann, Evelin"],
    "publisher": "Northgate University Press",
}


def test_editor_and_publisher_are_completed_from_another_chapter_of_the_book() -> None:
    for rows in ([SHORT, FULL], [FULL, SHORT]):
        result = harmonise([reference(row) for row in rows])
        for changed in result.references:
            assert changed.names[NameVariable.EDITOR] == (name_of("Bergmann, Evelin"),)
            assert changed.text(TextVariable.PUBLISHER) == "Northgate University Press"
        assert len(result.completions) == 2


def test_titles_of_the_book_stay_as_they_are() -> None:
    result = harmonise([reference(SHORT), reference(FULL)])
    containers = [r.text(TextVariable.CONTAINER_TITLE) for r in result.references]
    assert containers == [SHORT["container"], FULL["container"]]


def test_an_editor_takes_the_given_name_of_the_author_of_that_family() -> None:
    own = reference({**SHORT, "author": ["Bergmann, Evelin"]})
    (changed,) = harmonise([own]).references
    assert changed.names[NameVariable.EDITOR] == (name_of("Bergmann, Evelin"),)


def test_another_year_another_editor_and_a_given_key_are_left_alone() -> None:
    for other in ({**FULL, "year": 1999}, {**FULL, "editor": ["Bergmann, Evelin", "Ono, Ken"]}):
        rows = [reference({**SHORT, "editor": ["Bergmann", "Haas"]}), reference(other)]
        assert harmonise(rows).references == tuple(rows)
    rows = [reference({**SHORT, "key": "sato"}), reference(FULL)]
    assert harmonise(rows).references == tuple(rows)


def test_two_fuller_names_leave_it_open() -> None:
    other = {**FULL, "author": ["Ono, Ken"], "title": "Wind", "editor": ["Bergmann, Eva"]}
    third = {**FULL, "editor": ["Bergmann, E."], "publisher": "Northgate Union Press"}
    rows = [reference(row) for row in (SHORT, FULL, other, third)]
    changed = harmonise(rows).references[0]
    assert changed.names[NameVariable.EDITOR] == (name_of("Bergmann"),)
    assert changed.text(TextVariable.PUBLISHER) == "Northgate UP"


def test_what_was_completed_is_reported() -> None:
    codes = [d.code for d in resolve(citations([{"cite": SHORT}, {"cite": FULL}])).diagnostics]
    assert codes == ["completed-editor", "completed-publisher"]
