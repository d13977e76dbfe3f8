r"""The keys in the arguments of one citation command of LaTeX."""

import re
from collections.abc import Iterator, Mapping

from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.drafts.latex_commands import (
    Argument,
    argument_at,
    command_named,
    read_citation,
)
from citekit.drafts.locators import english_terms
from citekit.model.spans import Span
from citekit.text.data import load_mapping

_NAME = re.compile(r"(?:[A-Za-z]*[a-z])?[cC]ite[A-Za-z]*|[A-Z]*cite[A-Za-z]*")
# What sets up, tests or defines, by how its name begins.
_SETUP = re.compile(r"set|def(?!citealias)|reset|new|renew|provide|[Dd]eclare|At|if|the|blx|test")
# Keys hold no braces and no command; a comment may stand between them.
_KEYS = re.compile(r"[ \t]*+(?:%[^\r\n]*+)?+(?:\r\n|\r|\n)?+[ \t]*+\{((?:[^{}\\%]|%[^\r\n]*+)*+)\}")
_KEY = re.compile(r"%[^\r\n]*|(?P<key>[^\s,%]+)")
_ANGLES = re.compile(r"[ \t]*<[^<>{}\\]*+>")
_MANY = 30


def cites(name: str) -> bool:
    """Whether the command ``name`` cites, as far as its name tells."""
    bare = name.removesuffix("*")
    kind = load_mapping("citekit.drafts.key_uses", "latex", "keys").get(bare, "")
    if kind or command_named(bare):
        return kind != "other"
    return bool(_NAME.fullmatch(bare)) and not _SETUP.match(bare)


def uses_of_command(
    text: str, name: str, start: int, end: int, macros: Mapping[str, int]
) -> tuple[KeyUse, ...]:
    """The keys that the command ``name``, from ``start`` to ``end``, cites.

    ``macros`` are those that the document defines, with the number of the argument in braces
    that holds keys, 0 for none. Parameters (``#1``) are no keys.
    """
    bare = name.removesuffix("*")
    if command_named(name) is None and bare in macros:
        return _of_macro(text, name, start, end, macros[bare])
    if not cites(name):
        return ()
    kind = load_mapping("citekit.drafts.key_uses", "latex", "keys").get(bare, "single")
    if kind in {"volume", "volumes"}:
        return _of_volumes(text, name, start, end, is_multi=kind == "volumes")
    return _located(text, name, start, end) or _plain(text, name, start, end)


def listed_keys(keys: str, at: int, group: Span, command: str) -> Iterator[KeyUse]:
    """The keys of the list ``keys`` with commas, which stands at ``at``."""
    for match in _KEY.finditer(keys):
        if match["key"] and "#" not in match[0]:
            yield KeyUse(
                match[0], Span(at + match.start(), at + match.end()), group, command.rstrip("*")
            )


def keys_argument(text: str, at: int) -> Argument | None:
    """The argument in braces at ``at`` if it can hold keys; of any length."""
    match = _KEYS.match(text, at)
    return Argument(match[1], match.start(1), match.end()) if match else None


def behind_options(text: str, at: int, brackets: str = "[]") -> int:
    """The offset behind up to two optional arguments."""
    for _ in range(2):
        option = argument_at(text, at, brackets)
        if option is None:
            break
        at = option.end
    return at


def _located(text: str, name: str, start: int, end: int) -> tuple[KeyUse, ...]:
    """Those of a command that drafts know, with locators."""
    command = command_named(name)
    citation = read_citation(text, start, end, command, english_terms()) if command else None
    if citation is None:
        return ()
    return tuple(
        KeyUse(
            cite.key,
            cite.span,
            citation.span,
            name.rstrip("*"),
            cite.locator,
            cite.label,
            KeyNotation.LATEX,
        )
        for cite in citation.cites
    )


def _plain(text: str, name: str, start: int, end: int) -> tuple[KeyUse, ...]:
    """Those of any other: options, then keys. Options of apacite stand in angles."""
    angles = _ANGLES.match(text, end)
    at = behind_options(text, angles.end() if angles else end)
    keys = keys_argument(text, at)
    if keys is None:
        return ()
    return tuple(listed_keys(keys.text, keys.start, Span(start, keys.end), name))


def _of_macro(text: str, name: str, start: int, end: int, number: int) -> tuple[KeyUse, ...]:
    at = behind_options(text, end)
    for _ in range(number - 1):
        skipped = argument_at(text, at, "{}")
        if skipped is None:
            return ()
        at = behind_options(text, skipped.end)
    keys = keys_argument(text, at) if number else None
    if keys is None:
        return ()
    return tuple(listed_keys(keys.text, keys.start, Span(start, keys.end), name))


def _of_volumes(
    text: str, name: str, start: int, end: int, *, is_multi: bool
) -> tuple[KeyUse, ...]:
    at = behind_options(text, end, "()") if is_multi else end
    found: list[Argument] = []
    for _ in range(_MANY if is_multi else 1):
        volume = argument_at(text, behind_options(text, at), "{}")
        keys = keys_argument(text, behind_options(text, volume.end)) if volume else None
        if keys is None:
            break
        found.append(keys)
        at = keys.end
    group = Span(start, at)
    return tuple(use for keys in found for use in listed_keys(keys.text, keys.start, group, name))
