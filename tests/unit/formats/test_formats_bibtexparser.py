"""bibtexparser as an oracle of our own reading, and its libraries as a view of it."""

import tomllib
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from bibtexparser.model import Entry, Field

from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bibtexparser_library import edits_of, library_of
from citekit.model.edits import apply_edits

_TESTS = Path(__file__).parents[2]
_FILES = sorted((_TESTS / "golden" / "formats").glob("*.bib"))
_CASES = tomllib.loads((_TESTS / "cases" / "bib" / "syntax.toml").read_text("utf-8"))["case"]
_TEXT = """% mine
@Book(k, title = "A" # b, year=1984) % keep
@string{b = {B}}
@article{l,
  title = {T},
  note  = {N}
}
"""


def _shape(library: Library) -> list[object]:
    return [
        (entry.entry_type, entry.key, [(field.key, field.value) for field in entry.fields])
        for entry in library.entries
    ]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in _FILES])
def test_both_read_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    ours, theirs = library_of(parse_bib(text)), parse_string(text, parse_stack=[])
    assert _shape(ours) == _shape(theirs)
    assert [block.start_line for block in ours.blocks] == [
        block.start_line for block in theirs.blocks
    ]


def test_blocks_of_every_kind_are_alike() -> None:
    text = _TEXT.replace("(k,", "{k,").replace("1984)", "1984}")
    ours, theirs = library_of(parse_bib(text)), parse_string(text, parse_stack=[])
    assert [type(block) for block in ours.blocks] == [type(block) for block in theirs.blocks]
    assert _shape(ours) == _shape(theirs)


def test_middlewares_serve() -> None:
    library = RemoveEnclosingMiddleware().transform(library_of(parse_bib("@book{k, a = {b}}")))
    assert library.entries[0]["a"] == "b"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_a_library_that_was_not_changed_gives_no_edits(case: dict[str, str]) -> None:
    source = parse_bib(case["text"])
    assert edits_of(source, library_of(source)) == ()


def test_changes_to_a_library_come_back_as_edits() -> None:
    source = parse_bib(_TEXT)
    library = library_of(source)
    book, article = library.entries
    book.key = "new"
    book.entry_type = "misc"
    book["year"] = "{1985}"
    book.set_field(Field("month", "jan"))
    article.pop("note")
    assert apply_edits(_TEXT, edits_of(source, library)) == (
        _TEXT.replace("Book(k", "misc(new")
        .replace("year=1984", "year={1985}, month=jan")
        .replace("\n  note  = {N}", "")
    )


def test_new_and_missing_blocks_come_back_as_edits() -> None:
    source = parse_bib(_TEXT)
    library = library_of(source)
    library.remove(library.entries[1])
    library.add(Entry("book", "m", [Field("title", "{M}")]))
    result = apply_edits(_TEXT, edits_of(source, library))
    assert result.startswith(_TEXT[: _TEXT.index("@article")])
    assert [entry.key for entry in parse_bib(result).entries()] == ["k", "m"]
