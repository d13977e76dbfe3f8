r"""Macros that a document defines and that hand an argument to a citation command."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.drafts.key_uses.latex_keys import behind_options, cites
from citekit.drafts.latex_commands import argument_at
from citekit.drafts.latex_passages import MARK

_DEFINITION = re.compile(
    r"""
      \\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|(?:re)?newrobustcmd)\*?
      \s*+\{?\\(?P<command>[A-Za-z]+)\s*+\}?\s*+(?:\[\d\]\s*+)?(?P<default>\[[^\[\]]*+\])?\s*+(?=\{)
    | \\(?:New|Renew|Provide|Declare)DocumentCommand
      \s*+\{?\\(?P<document>[A-Za-z]+)\s*+\}?\s*+\{(?P<specification>[^{}]*+)\}\s*+(?=\{)
    | \\[gex]?def\s*+\\(?P<def>[A-Za-z]+)(?:\#\d)*+\s*+(?=\{)
    """,
    re.VERBOSE,
)
_PARAMETER = re.compile(r"#([1-9])")
_ARGUMENT = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Definition:
    """``in_braces`` are the numbers of the parameters that are given in braces, in order."""

    name: str
    in_braces: tuple[int, ...]
    body: str


def citing_macros(text: str) -> Mapping[str, int]:
    r"""The macros that ``text`` defines, with the number of the argument in braces that cites.

    It is 0 for a macro that hands none of its arguments to a citation command.

    Example:
        >>> citing_macros(r"\newcommand{\see}[2][]{\parencite[#1]{#2}}")
        {'see': 1}
    """
    macros: dict[str, int] = {}
    for definition in _definitions(text):
        handed = _handed_on(definition.body, macros)
        numbers = definition.in_braces
        macros[definition.name] = numbers.index(handed) + 1 if handed in numbers else 0
    return macros


def _definitions(text: str) -> Iterator[_Definition]:
    for match in _DEFINITION.finditer(text):
        body = argument_at(text, match.end(), "{}")
        if body is None:
            continue
        if match["document"]:
            kinds = _ARGUMENT.findall(match["specification"])
            numbers = tuple(at + 1 for at, kind in enumerate(kinds) if kind in {"m", "v"})
        else:
            numbers = tuple(range(2 if match["default"] else 1, 10))
        name = match["command"] or match["document"] or match["def"] or ""
        yield _Definition(name, numbers, body.text)


def _handed_on(body: str, macros: Mapping[str, int]) -> int:
    """The number of the parameter that stands in the place of keys, 0 for none."""
    for match in MARK.finditer(body):
        name = (match["name"] or "").removesuffix("*")
        if name and (macros[name] if name in macros else cites(name)):
            at = behind_options(body, behind_options(body, match.end(), "()"))
            for _ in range(macros.get(name, 1) - 1):
                skipped = argument_at(body, at, "{}")
                at = skipped.end if skipped else at
            keys = argument_at(body, at, "{}")
            parameter = _PARAMETER.search(keys.text) if keys else None
            if parameter:
                return int(parameter[1])
    return 0
