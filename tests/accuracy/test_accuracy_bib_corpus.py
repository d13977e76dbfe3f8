"""Real ``.bib`` files, well-formed and broken on purpose: nothing is lost, every entry is found."""

import re
from pathlib import Path

from gold_data import data_folder

from citekit.formats.bib_syntax.changes import add_field, remove_entry, rename_key
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bibtex_reader import read
from citekit.model.edits import apply_edits

_HEAD = re.compile(r"^[ \t\ufeff]*@[ \t]*(\w+)\s*[{(]", re.MULTILINE)
_COMMANDS = {"comment", "string", "preamble"}


def _files() -> list[Path]:
    return sorted(data_folder("bib-corpus").rglob("*.bib"))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def test_every_file_is_written_as_it_was() -> None:
    for path in _files():
        text = _text(path)
        source = parse_bib(text)
        written = source.write().encode("utf-8", "surrogateescape")
        assert written == path.read_bytes(), path
        assert parse_bib(source.write()) == source, path


def test_every_entry_of_a_real_file_is_found() -> None:
    for path in _files():
        if "torture" in path.parts:
            continue
        text = _text(path)
        heads = [match[1].lower() for match in _HEAD.finditer(text)]
        expected = sum(head not in _COMMANDS for head in heads)
        assert sum(1 for _ in parse_bib(text).entries()) == expected, path


def test_every_file_is_read_or_said_to_be_broken() -> None:
    for path in _files():
        result = read(_text(path), str(path))
        assert result.references or result.diagnostics, path


def test_edits_change_what_they_say_on_real_files() -> None:
    for path in _files():
        source = parse_bib(_text(path))
        entries = list(source.entries())
        if not entries:
            continue
        first, last = entries[0], entries[-1]
        edits = [rename_key(first, "renamed"), *add_field(source, first, "added", "{x}")]
        if last is not first:
            edits.append(remove_entry(source, last))
        changed = list(parse_bib(apply_edits(source.text, edits)).entries())
        assert [entry.key for entry in changed] == [
            "renamed",
            *[entry.key for entry in entries[1:-1]],
        ], path
        assert [field.name for field in changed[0].fields] == [
            *[field.name for field in first.fields],
            "added",
        ], path
