"""Entries of Hayagriva's YAML as trees of elements, and back."""

from collections.abc import Mapping, Sequence
from functools import cache

from citekit.formats.xml_tree import XmlNode
from citekit.formats.yaml_text import PlainScalar, YamlValue
from citekit.text.data import load_table

# The part of a field that is the value itself, where the field may be a text or a mapping.
_WHOLE = {"title": "value", "url": "value", "publisher": "name", "serial-number": "serial"}
_NAMES = {"author", "editor"}
# Numbers that hayagriva wants as numbers, if they are such.
_NUMBERS = {"volume", "issue", "edition", "volume-total", "page-total"}
_DATES = {"date"}


@cache
def _default_parents() -> Mapping[str, str]:
    table = load_table("citekit.formats", "hayagriva")["default_parents"]
    return table if isinstance(table, dict) else {}


def _text(value: YamlValue) -> str:
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else list(value.values())
    return ", ".join(filter(None, map(_text, parts)))


def entry_tree(fields: Mapping[str, YamlValue], default_type: str = "misc") -> XmlNode:
    """An entry as an element whose ``type`` is an attribute, in small letters.

    Lists become elements of one name, one for each value; so do the names of a role.
    """
    entry = XmlNode("entry", {"type": (_text(fields.get("type", "")) or default_type).lower()})
    for name, value in fields.items():
        if name == "type":
            continue
        for part in value if isinstance(value, list) else [value]:
            _add(entry, name, part)
    return entry


def _add(entry: XmlNode, name: str, value: YamlValue) -> None:
    if name == "parent" and isinstance(value, dict):
        default = _default_parents().get(entry.attributes["type"], "misc")
        parent = entry_tree(value, default)
        parent.name = "parent"
        entry.content.append(parent)
    elif name == "affiliated" and isinstance(value, dict):
        names = value.get("names", "")
        for person in names if isinstance(names, list) else [names]:
            _add_plain(entry, name, person)
            entry.children[-1].attributes["role"] = _text(value.get("role", "")).lower()
    elif name in _WHOLE and not isinstance(value, dict):
        entry.add(name).add(_WHOLE[name], _text(value))
    else:
        _add_plain(entry, name, value)


def _add_plain(entry: XmlNode, name: str, value: YamlValue) -> None:
    if not isinstance(value, dict):
        entry.add(name, _text(value))
        return
    node = entry.add(name)
    if "value" in value and name not in _WHOLE:
        node.content.append(_text(value["value"]))
        return
    for part, inner in value.items():
        # How a title is to be cased is told by the title itself, if at all.
        if name == "title" and part in {"verbatim", "sentence-case", "title-case"}:
            continue
        is_title = name == "title" and isinstance(inner, dict) and "value" in inner
        node.add(part, _text(inner["value"] if is_title and isinstance(inner, dict) else inner))


def _scalar(name: str, text: str) -> object:
    if name in _DATES or (name in _NUMBERS and text.isdecimal() and text[0] != "0"):
        return PlainScalar(text)
    return text


def _value(node: XmlNode) -> object:
    if node.name == "parent":
        return entry_fields(node)
    if not node.children:
        return _scalar(node.name, node.text())
    inner = {child.name: _value(child) for child in node.children}
    whole = _WHOLE.get(node.name, "")
    return inner[whole] if list(inner) == [whole] and node.name != "serial-number" else inner


def _affiliated(nodes: Sequence[XmlNode]) -> list[object]:
    roles: dict[str, list[object]] = {}
    for node in nodes:
        roles.setdefault(node.attributes.get("role", ""), []).append(_value(node))
    return [{"role": role, "names": names} for role, names in roles.items()]


def entry_fields(entry: XmlNode) -> dict[str, object]:
    """The fields of an entry for YAML, its type first."""
    fields: dict[str, object] = {"type": entry.attributes["type"]}
    groups: dict[str, list[XmlNode]] = {}
    for child in entry.children:
        groups.setdefault(child.name, []).append(child)
    for name, nodes in groups.items():
        if name == "affiliated":
            fields[name] = _affiliated(nodes)
        elif len(nodes) > 1:
            fields[name] = [_value(node) for node in nodes]
        else:
            fields[name] = _value(nodes[0])
    return fields
