"""An entry of a ``.bib`` file completed by what the others of its work say."""

from collections.abc import Iterable
from dataclasses import replace

from citekit.errors import ConfigError
from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_entry_reader import read_entry
from citekit.formats.bib_syntax.changes import (
    add_field,
    find_field,
    remove_field,
    rename_key,
    replace_value,
)
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import apply_edits
from citekit.model.reference import CitationKey, Reference
from citekit.pipeline.converting import write_bibliography
from citekit.pipeline.merging.uniting import values_of

# Fields by which one sees that a file is written for classic BibTeX, or for BibLaTeX.
_CLASSIC = frozenset({"journal", "year", "school", "address", "institution"})
_NEW = frozenset({"journaltitle", "date", "location", "eprinttype", "institution"}) - _CLASSIC
_STANDIN = CitationKey("k")
_ALIASES = "ids"


def dialect_of(fields: Iterable[str], default: str) -> str:
    """The dialect of an entry with such ``fields``, ``default`` where nothing shows it."""
    names = {name.lower() for name in fields}
    if names & _CLASSIC and not names & _NEW:
        return "bibtex"
    return "biblatex" if names & _NEW else default


def written_anew(reference: Reference, dialect: str) -> str:
    """The text of a new entry for ``reference``, without a line end after it."""
    text = write_bibliography([replace(reference, key=_STANDIN)], dialect).text.rstrip("\n")
    try:
        entry = _only_entry(text)[1]
        return apply_edits(text, [rename_key(entry, reference.key)])
    except ConfigError:
        return write_bibliography([reference], dialect).text.rstrip("\n")


def completed(text: str, before: Reference, after: Reference, dialect: str) -> str:
    """The entry ``text``, which was read as ``before``, so that it says what ``after`` does.

    Fields whose value stays are not touched; new ones come last.

    Raises:
        ConfigError: ``text`` cannot be edited; it has to be written anew.
    """
    given, wanted = values_of(before), values_of(after)
    changed = {name for name, value in wanted.items() if given.get(name) != value}
    if not changed and set(before.aliases) == set(after.aliases):
        return text
    if "type" in changed:
        raise ConfigError("an entry of another type is written anew")
    partial = written_anew(_only(after, changed, before), dialect)
    written, added = _only_entry(partial)
    new = {
        field.name.lower(): (field.name, written.text[field.value_start : field.value_end])
        for field in added.fields
    }
    replaced = changed & given.keys()
    for name in (_giving(text, replaced) if replaced else set()) - new.keys():
        source, entry = _only_entry(text)
        field = find_field(entry, name)
        if field is not None:
            text = apply_edits(text, remove_field(source, entry, field))
    for shown, value in new.values():
        source, entry = _only_entry(text)
        field = find_field(entry, shown)
        if field is None:
            text = apply_edits(text, add_field(source, entry, shown, value))
        elif text[field.value_start : field.value_end].strip('{}"') != value.strip("{}"):
            text = apply_edits(text, [replace_value(field, value)])
    return text


def _only_entry(text: str) -> tuple[BibSource, EntryNode]:
    source = parse_bib(text)
    entries = list(source.entries())
    if len(entries) != 1 or entries[0].is_broken:
        raise ConfigError("the entry cannot be edited by itself")
    return source, entries[0]


def _only(reference: Reference, names: Iterable[str], before: Reference) -> Reference:
    """The reference with the values called ``names`` alone, and the aliases if they are new."""
    kept = set(names)
    return replace(
        reference,
        key=_STANDIN,
        names={name: value for name, value in reference.names.items() if name in kept},
        texts={name: value for name, value in reference.texts.items() if name in kept},
        numbers={name: value for name, value in reference.numbers.items() if name in kept},
        dates={name: value for name, value in reference.dates.items() if name in kept},
        extra={name: value for name, value in reference.extra.items() if name in kept},
        aliases=() if set(reference.aliases) == set(before.aliases) else reference.aliases,
        origins={},
        confidence={},
    )


def _giving(text: str, changed: set[str]) -> set[str]:
    """The fields of an entry, in lower case, that say nothing but values called ``changed``.

    A field says the values that change without it.
    """
    source, entry = _only_entry(text)
    fields = {
        field.name.lower(): source.text[field.value_start : field.value_end].strip('{}"')
        for field in reversed(entry.fields)
    }
    whole = values_of(_read(entry, fields))
    found = set()
    for name in fields:
        if name == _ALIASES:
            continue
        rest = values_of(_read(entry, {other: v for other, v in fields.items() if other != name}))
        said = {
            value for value in whole.keys() | rest.keys() if whole.get(value) != rest.get(value)
        }
        if said and said <= changed:
            found.add(name)
    return found


def _read(entry: EntryNode, fields: dict[str, str]) -> Reference:
    return read_entry(RawEntry(entry.type.lower(), entry.key, fields))
