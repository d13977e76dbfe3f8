"""References from Hayagriva's YAML."""

from citekit.errors import ReadError
from citekit.formats.findings import FormatCode, finding
from citekit.formats.format_tables import format_table
from citekit.formats.hayagriva import FORMAT, NAME, host_of
from citekit.formats.hayagriva_tree import entry_tree
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tree_records import read_record
from citekit.formats.xml_tree import XmlNode
from citekit.formats.yaml_text import YamlValue, parse_yaml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.model.variables import ItemType

# Parents that say where a work is kept or shown, and nothing of its type.
_BESIDE = {"original", "conference", "repository"}


def _item_type(entry: XmlNode) -> ItemType | None:
    """The type of an entry by its own type and that of one of its parents."""
    table = format_table(NAME)
    own = entry.attributes["type"]
    parents = [child.attributes["type"] for child in entry.children if child.name == "parent"]
    for parent in parents:
        found = table.type_of(f"{own} in {parent}")
        if found is not None and parent not in _BESIDE:
            return found
    defaults = [name for name in table.read_types if name.startswith(f"{own} in ")]
    if not parents and own in {"chapter", "web"} and defaults:
        return table.type_of(defaults[0])
    return table.type_of(own) or (table.type_of(defaults[0]) if defaults else None)


def _name_host(entry: XmlNode, item_type: ItemType) -> None:
    """Give the parent that is the container the type that the table looks for."""
    host = host_of(item_type)
    parents = [child for child in entry.children if child.name == "parent"]
    if host and not any(parent.attributes["type"] == host for parent in parents):
        for parent in parents:
            if parent.attributes["type"] not in _BESIDE:
                parent.attributes["type"] = host
                return


def _reference(
    key: str, fields: dict[str, YamlValue], path: str, diagnostics: list[Diagnostic]
) -> Reference:
    entry = entry_tree(fields)
    item_type = _item_type(entry)
    if item_type is None:
        message = f"{key}: unknown type {entry.attributes['type']!r}, read as a document"
        diagnostics.append(finding(FormatCode.UNKNOWN_TYPE, message, path=path))
    del entry.attributes["type"]
    _name_host(entry, item_type or ItemType.DOCUMENT)
    for parent in entry.children:
        if parent.name == "parent" and not parent.children:
            entry.content.remove(parent)
    draft = ReferenceDraft(item_type or ItemType.DOCUMENT, key)
    read_record(FORMAT, entry, draft)
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of a file; fields without a variable are kept in ``extra``.

    Raises:
        ReadError: The text is no YAML, or no mapping of keys to entries.
    """
    value = parse_yaml(text, path)
    if value == "":
        message = "the file holds no entry"
        return ReadResult((), (finding(FormatCode.NO_ENTRY, message, path=path),))
    if not isinstance(value, dict):
        raise ReadError(f"{path}: no bibliography of Hayagriva: a mapping of keys to entries")
    diagnostics: list[Diagnostic] = []
    references: list[Reference] = []
    for key, fields in value.items():
        if isinstance(fields, dict):
            references.append(_reference(key, fields, path, diagnostics))
        else:
            message = f"{key}: no entry, but {str(fields)[:60]!r}"
            diagnostics.append(finding(FormatCode.SYNTAX, message, path=path))
    return ReadResult(tuple(references), tuple(diagnostics))
