"""What may stand where in a style: the elements of CSL 1.0.2 with attributes and children."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from citekit.text.data import load_table

_PACKAGE = "citekit.csl.reading"
_INTEGER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Rule:
    """What an attribute may hold.

    ``words`` are its values, or where ``is_list`` those of each word; empty where it is free.
    ``is_text`` tells text that is printed, whose blanks count.
    """

    words: tuple[str, ...] = ()
    is_text: bool = False
    is_list: bool = False
    is_integer: bool = False

    def allows(self, value: str) -> bool:
        """Whether ``value``, without blanks around it, can stand."""
        if self.is_integer:
            return _INTEGER.fullmatch(value) is not None
        if self.is_list:
            return all(word in self.words for word in value.split())
        return not self.words or value in self.words


@dataclass(frozen=True, slots=True)
class ElementRule:
    """The attributes and children that an element may have, and the attributes it needs."""

    attributes: Mapping[str, Rule]
    children: frozenset[str]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """All elements by name; those ``unchecked`` inside, and those ``foreign`` to CSL 1.0.2."""

    elements: Mapping[str, ElementRule]
    unchecked: frozenset[str]
    foreign: frozenset[str]


_TEXT = Rule(is_text=True)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.split())
    return tuple(str(word) for word in value) if isinstance(value, list) else ()


def _table(name: str) -> Mapping[str, object]:
    table = load_table(_PACKAGE, "schema").get(name)
    return table if isinstance(table, dict) else {}


def _rules() -> Mapping[str, Rule]:
    """The rules of attributes by their names, or by those of element and attribute."""
    rules = {name: Rule(_words(value)) for name, value in _table("values").items()}
    for kind, names in _table("alike").items():
        rule = rules.get(kind, Rule(is_integer=kind == "integer"))
        rules.update(dict.fromkeys(_words(names), rule))
    for name, value in _table("lists").items():
        rules[name] = Rule(_words(value), is_list=True)
    return rules


def _element_rule(
    name: str, entry: Mapping[str, object], rule: Callable[[str, str], Rule]
) -> ElementRule:
    sets = _table("sets")
    attributes = _words(entry.get("attributes"))
    for key in _words(entry.get("sets")):
        attributes += _words(sets[key])
    children = _words(entry.get("children"))
    for key in _words(entry.get("child_sets")):
        children += _words(sets[key])
    return ElementRule(
        {attribute: rule(name, attribute) for attribute in attributes},
        frozenset(children),
        _words(entry.get("needs")),
    )


@cache
def schema() -> Schema:
    """The schema, read once from ``data/schema.toml``."""
    rules = _rules()

    def rule(element: str, attribute: str) -> Rule:
        return rules.get(f"{element}.{attribute}") or rules.get(attribute) or _TEXT

    elements = {
        name: _element_rule(name, entry, rule)
        for name, entry in _table("elements").items()
        if isinstance(entry, dict)
    }
    return Schema(
        elements,
        frozenset(_words(_table("unchecked").get("elements"))),
        frozenset(_words(_table("foreign").get("elements"))),
    )
