"""What the parser of ``.bib`` files promises, whatever the file."""

from bib_strategies import ENTRIES, FILES, WELL_FORMED, DrawnEntry, file_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citekit.errors import ConfigError
from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_syntax.changes import (
    add_field,
    remove_entry,
    remove_field,
    rename_key,
    replace_value,
)
from citekit.formats.bib_syntax.nodes import Block, EntryNode, StringNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import apply_edits

_MANY = settings(max_examples=300, deadline=None)


def _content(source: BibSource) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (
            entry.type,
            entry.key,
            [
                (field.name, source.text[field.value_start : field.value_end])
                for field in entry.fields
            ],
        )
        for entry in source.entries()
    ]


def _check_order(block: Block) -> None:
    if not isinstance(block, EntryNode | StringNode):
        return
    place = block.opening
    for field in block.fields:
        assert place < field.start
        assert field.start + len(field.name) <= field.value_start <= field.value_end
        assert field.comma == -1 or field.value_end <= field.comma
        place = field.end - 1
    assert block.closing == -1 or place <= block.closing == block.end - 1
    assert place < block.end


@_MANY
@given(st.one_of(FILES, st.text()))
def test_nothing_is_lost_and_all_is_in_order(text: str) -> None:
    source = parse_bib(text)
    assert source.write() == text
    place = 0
    for block in source.blocks:
        assert block.start == place < block.end
        place = block.end
        _check_order(block)
    assert place == len(text)
    assert parse_bib(source.write()) == source


@_MANY
@given(FILES)
def test_every_file_is_read(text: str) -> None:
    found = read_blocks(text, "x.bib")
    sound = [entry for entry in parse_bib(text).entries() if not entry.is_broken]
    assert len(found.entries) == len(sound)
    assert all(diagnostic.line for diagnostic in found.diagnostics)


@_MANY
@given(ENTRIES)
def test_what_is_well_formed_is_understood(entries: list[DrawnEntry]) -> None:
    source = parse_bib(file_of(entries))
    assert [fields for _, _, fields in _content(source)] == [fields for _, fields, *_ in entries]
    assert not [fault for fault in source.faults if fault.kind != "entry-in-value"]


@_MANY
@given(WELL_FORMED, st.data())
def test_an_edit_changes_what_it_says_and_nothing_else(text: str, data: st.DataObject) -> None:
    source = parse_bib(text)
    expected = _content(source)
    number = data.draw(st.integers(0, len(expected) - 1))
    entry = list(source.entries())[number]
    kind = data.draw(st.sampled_from(["key", "entry", "add", "remove", "replace"]))
    fields = expected[number][2]
    which = data.draw(st.integers(0, len(fields) - 1)) if fields else 0
    if kind == "key":
        edits = [rename_key(entry, "new")]
        expected[number] = (entry.type, "new", fields)
    elif kind == "entry":
        edits = [remove_entry(source, entry)]
        del expected[number]
    elif kind == "add" or not fields:
        after = entry.fields[which] if fields else None
        edits = list(add_field(source, entry, "new", "{V}", after=after))
        fields.insert(which + 1, ("new", "{V}"))
    elif kind == "remove":
        edits = list(remove_field(source, entry, entry.fields[which]))
        del fields[which]
    else:
        edits = [replace_value(entry.fields[which], "{V}")]
        fields[which] = (fields[which][0], "{V}")
    assert _content(parse_bib(apply_edits(text, edits))) == expected


@_MANY
@example(",title = {T}", "\\")
@given(FILES, st.text(alphabet='{}"#,=% ab\\\n', max_size=12))
def test_a_value_that_is_taken_is_read_as_it_is(text: str, value: str) -> None:
    source = parse_bib("@book{k, a = {b}, c = {d}}" + text)
    field = next(source.entries()).fields[0]
    try:
        edit = replace_value(field, value)
    except ConfigError:
        return
    changed = parse_bib(apply_edits(source.text, [edit]))
    assert _content(changed)[0] == ("book", "k", [("a", value), ("c", "{d}")])
