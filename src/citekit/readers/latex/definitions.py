r"""The author's own commands: what they stand for, as far as that is plain.

Source: LaTeX2e, "\newcommand"; the manual of xparse.
"""

import re
from dataclasses import dataclass, field

from citekit.readers.latex.symbols import plain_text
from citekit.readers.latex.syntax import Arguments

_LATEX = frozenset(
    {"newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newrobustcmd"}
)
_XPARSE = frozenset({"NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand"})
_PRIMITIVE = frozenset({"def", "gdef", "edef", "xdef"})
_ENVIRONMENTS = frozenset({"newenvironment", "renewenvironment", "newtheorem"})
_NAME = re.compile(r"\s*(?:\{\s*\\([A-Za-z@]+)\s*\}|\\([A-Za-z@]+))")
_COUNT = re.compile(r"\s*\[(\d)\]")
_PARAMETERS = re.compile(r"\s*((?:#\d[^\\#{}%]{0,40})*)(?=\{)")
_LET = re.compile(r"\s*\\([A-Za-z@]+)\s*=?\s*\\([A-Za-z@]+)")
_ALIAS = re.compile(r"\s*\\([A-Za-z]+)\*?\s*(?:\{\s*#1\s*\}\s*)?(?:\{\})?(?:\\xspace)?\s*")
_SET = re.compile(r"\{?\\(emph|textit|it|itshape|em)(?![A-Za-z])")
_LONGEST = 1000
_MOST_HOPS = 8


@dataclass(frozen=True, slots=True)
class Definition:
    """What a command of the author's stands for, and how many arguments it takes."""

    body: str
    parameters: int = 0

    @property
    def is_italic(self) -> bool:
        """Whether all of it is set in italics, as far as its beginning tells."""
        return _SET.match(self.body.strip()) is not None


@dataclass(slots=True)
class Definitions:
    """The author's own commands so far, and what those without arguments print."""

    arguments: Arguments
    held: dict[str, Definition] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)

    def read(self, name: str, at: int) -> int:
        """Take in a definition by the command ``name``, which ends at ``at``; its end.

        -1 where ``name`` defines nothing, or no definition follows.
        """
        if name == "let":
            return self._let(at)
        if name in _ENVIRONMENTS:
            return self._environment(name, at)
        if name not in _LATEX | _XPARSE | _PRIMITIVE:
            return -1
        text = self.arguments.text
        found = _NAME.match(text, at + text.startswith("*", at))
        if found is None:
            return -1
        after, count = self._parameters(name, found.end())
        body = self.arguments.group(after)
        if body is None:
            return -1
        self._define(found[1] or found[2], Definition(text[body.start : body.end], count))
        return body.after

    def _parameters(self, name: str, after: int) -> tuple[int, int]:
        """The offset behind the parameters of a definition, and their number."""
        text = self.arguments.text
        if name in _PRIMITIVE:
            primitive = _PARAMETERS.match(text, after)
            return (primitive.end(), primitive[1].count("#")) if primitive else (after, 0)
        if name in _XPARSE:
            taken = self.arguments.group(after)
            return (taken.after, text.count("m", taken.start, taken.end)) if taken else (after, 0)
        number = _COUNT.match(text, after)
        return (self.arguments.skip(number.end(), "["), int(number[1])) if number else (after, 0)

    def alias_of(self, name: str) -> str:
        """The command that ``name`` stands for: itself, unless the author made it another's."""
        for _ in range(_MOST_HOPS):
            held = self.held.get(name)
            match = _ALIAS.fullmatch(held.body) if held and held.parameters <= 1 else None
            if match is None or match[1] == name:
                return name
            name = match[1]
        return name

    def _define(self, name: str, definition: Definition) -> None:
        self.held[name] = definition
        self.printed.pop(name, None)
        if not definition.parameters and len(definition.body) <= _LONGEST:
            self.printed[name] = plain_text(definition.body, self.printed)[:_LONGEST]

    def _let(self, at: int) -> int:
        match = _LET.match(self.arguments.text, at)
        if match is None:
            return -1
        self.held[match[1]] = Definition(f"\\{match[2]}")
        return match.end()

    def _environment(self, name: str, at: int) -> int:
        first = self.arguments.group(at + self.arguments.text.startswith("*", at))
        if first is None:
            return -1
        after = first.after
        for kind in "[{[" if name == "newtheorem" else "[[{{":
            after = self.arguments.skip(after, kind)
        return after
