"""Changes to ``.bib`` files that leave all else as it is."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from citekit.errors import ConfigError
from citekit.formats.bib_syntax.changes import (
    add_field,
    find_field,
    remove_entry,
    remove_field,
    rename_field,
    rename_key,
    replace_value,
)
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import Edit, apply_edits

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bib" / "changes.toml").read_text("utf-8")
)["case"]


def _edits(source: BibSource, entry: EntryNode, case: Mapping[str, str]) -> tuple[Edit, ...]:
    field = find_field(entry, case.get("field", ""))
    value = case.get("value", "")
    match case["do"], field:
        case "rename-key", _:
            return (rename_key(entry, value),)
        case "remove-entry", _:
            return (remove_entry(source, entry),)
        case "add", _:
            return add_field(source, entry, case["name_of"], value, after=field)
        case "replace", field if field:
            return (replace_value(field, value),)
        case "rename-field", field if field:
            return (rename_field(field, value),)
        case "remove", field if field:
            return remove_field(source, entry, field)
    raise AssertionError(case)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_changes_leave_all_else(case: dict[str, str]) -> None:
    source = parse_bib(case["text"])
    entry = next(entry for entry in source.entries() if entry.key == "k")
    result = apply_edits(case["text"], _edits(source, entry, case))
    assert result == case["result"]


def test_an_entry_without_a_key_gets_one() -> None:
    for text, result in (
        ("@book{a = {b}}", "@book{k,a = {b}}"),
        ("@book{, a = {b}}", "@book{k, a = {b}}"),
        ("@book{}", "@book{k}"),
    ):
        entry = next(parse_bib(text).entries())
        changed = apply_edits(text, [rename_key(entry, "k")])
        assert changed == result
        assert next(parse_bib(changed).entries()).key == "k"


@pytest.mark.parametrize("value", ["{a", "a}", '"a', "{a}, b = {c}", "", "{a} {b}", "a b", "{a}%"])
def test_a_value_that_breaks_the_file_is_refused(value: str) -> None:
    source = parse_bib("@book{k, a = {b}}")
    entry = next(source.entries())
    with pytest.raises(ConfigError, match="no field"):
        replace_value(entry.fields[0], value)
    with pytest.raises(ConfigError, match="no field"):
        add_field(source, entry, "c", value)


@pytest.mark.parametrize("name", ["", "a b", "a=", "a,b", "@a", "{a}"])
def test_a_name_that_breaks_the_file_is_refused(name: str) -> None:
    entry = next(parse_bib("@book{k, a = {b}}").entries())
    with pytest.raises(ConfigError, match="no field"):
        rename_field(entry.fields[0], name)


@pytest.mark.parametrize("key", ["", "a b", "a,b", "a}b", 'a"b', "a%b"])
def test_a_key_that_breaks_the_file_is_refused(key: str) -> None:
    entry = next(parse_bib("@book{k, a = {b}}").entries())
    with pytest.raises(ConfigError, match="no key"):
        rename_key(entry, key)


def test_several_fields_are_added_in_order() -> None:
    text = "@book{k,\n  a = {b}\n}"
    source = parse_bib(text)
    entry = next(source.entries())
    edits = [*add_field(source, entry, "c", "1"), *add_field(source, entry, "d", "2")]
    assert apply_edits(text, edits) == "@book{k,\n  a = {b},\n  c = 1,\n  d = 2\n}"


def test_all_fields_are_removed_at_once() -> None:
    text = "@book{k, a = {b},\n  c = {d},\n  e = {f}\n}"
    source = parse_bib(text)
    entry = next(source.entries())
    edits = [edit for field in entry.fields for edit in remove_field(source, entry, field)]
    changed = parse_bib(apply_edits(text, edits))
    assert not changed.faults
    assert not next(changed.entries()).fields
