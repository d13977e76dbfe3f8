"""Keys renamed in a ``.bib`` file: those of its entries, and wherever others name them."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from citekit.formats.bib_syntax.changes import add_field, find_field, rename_key
from citekit.formats.bib_syntax.nodes import EntryNode, FieldNode, OperandKind
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_syntax.values import operands_of
from citekit.model.edits import Edit
from citekit.model.spans import Span
from citekit.text.data import load_words

_MEMBER = re.compile(r"[^,]+")
_WHOLE = re.compile(r".+", re.DOTALL)
_XDATA = re.compile(r"(?<![\w-])xdata=(?P<key>[^\s,{}\"]+?)-[a-z]+(?:-\d{1,4})?(?![\w-])")
_DELIMITED = {OperandKind.BRACED, OperandKind.QUOTED}


def rename_keys(source: BibSource, renames: Mapping[str, str]) -> tuple[Edit, ...]:
    """The edits that give entries the keys of ``renames``, by the old ones.

    Changed are the keys of entries, ``crossref``, ``xref``, ``xdata``, ``related``, ``entryset``
    and ``xdata=key-field``. A key in these whose case differs from that of the entry is found,
    too, as by BibTeX. Broken entries stay as they are.

    Raises:
        ConfigError: A new key would break the file.
    """
    names = _Names(renames, {entry.key for entry in source.entries()})
    edits: list[Edit] = []
    for entry in source.entries():
        if entry.is_broken:
            continue
        if entry.key in renames:
            edits.append(rename_key(entry, renames[entry.key]))
        for field in entry.fields:
            edits += _field_edits(source.text, field, names)
    return tuple(edits)


def keep_old_keys(source: BibSource, renames: Mapping[str, str]) -> tuple[Edit, ...]:
    """The edits that put the old key of each renamed entry into its ``ids``, as a last member.

    Not where the entry has it there, or where it is a key that another entry gets or keeps.
    The edits go together with those of ``rename_keys``.
    """
    keys = {renames.get(entry.key, entry.key) for entry in source.entries()}
    edits: list[Edit] = []
    for entry in source.entries():
        if not entry.is_broken and entry.key in renames and entry.key not in keys:
            edits += _alias_edits(source, entry)
    return tuple(edits)


class _Names:
    """The new keys, found by the old ones whatever their case if no entry has that very key."""

    def __init__(self, renames: Mapping[str, str], keys: AbstractSet[str]) -> None:
        self._renames = renames
        self._keys = keys
        self._folded = {old.casefold(): new for old, new in renames.items()}

    def new(self, key: str) -> str:
        """The new key of ``key``, empty if it has none."""
        if key in self._keys:
            return self._renames.get(key, "")
        return self._renames.get(key) or self._folded.get(key.casefold(), "")


def _field_edits(text: str, field: FieldNode, names: _Names) -> Iterator[Edit]:
    name = field.name.lower()
    if name in load_words("citekit.formats.bib_keys", "bib_keys", "one_key"):
        pattern, group = _WHOLE, 0
    elif name in load_words("citekit.formats.bib_keys", "bib_keys", "many_keys"):
        pattern, group = _MEMBER, 0
    elif "xdata=" in text[field.value_start : field.value_end]:
        pattern, group = _XDATA, 1
    else:
        return
    for content in _contents(text, field):
        for match in pattern.finditer(text, content.start, content.end):
            key = match[group]
            new = names.new(key.strip())
            if new:
                start = match.start(group) + len(key) - len(key.lstrip())
                yield Edit(start, start + len(key.strip()), new)


def _contents(text: str, field: FieldNode) -> Iterator[Span]:
    for part in operands_of(text, field.value_start, field.value_end):
        if part.kind in _DELIMITED and part.is_closed:
            yield part.content


def _alias_edits(source: BibSource, entry: EntryNode) -> tuple[Edit, ...]:
    aliases = find_field(entry, "ids")
    if aliases is None:
        return add_field(source, entry, "ids", f"{{{entry.key}}}")
    contents = list(_contents(source.text, aliases))
    if not contents:
        return ()
    end = contents[-1].end
    written = source.text[contents[-1].start : end]
    if entry.key in map(str.strip, written.split(",")):
        return ()
    return (Edit(end, end, f", {entry.key}" if written.strip() else entry.key),)
