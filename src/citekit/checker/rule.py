"""A rule: its code and name, when it speaks, and what it looks at."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.project import Project
from citekit.checker.rule_options import OptionValue, RuleOptions
from citekit.model.diagnostic import Severity


class Fixability(StrEnum):
    """Whether a rule mends what it finds; a rule that can only sometimes counts as able."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"


Gate = Callable[[Field], bool]
"""Whether a field may have what any of several rules looks for: a cheap test before them all."""


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """Looks at one field at a time: those of ``names`` in lower case, or all if there are none.

    With a ``pattern`` the check is called only for fields in whose value, as it is written, it
    occurs; a file without a match costs no more than the search. It is not even searched for in
    a file that has none of the texts that it ``needs``, which are in lower case.

    A ``gate`` is asked once for a field, whatever the number of checks that have it.
    """

    check: Callable[[Field, RuleOptions], Iterable[Problem]]
    names: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    needs: tuple[str, ...] = ()
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """Looks at one entry at a time: those of ``types`` in lower case, or all if there are none."""

    check: Callable[[Entry, RuleOptions], Iterable[Problem]]
    types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FileCheck:
    """Looks at one ``.bib`` file as a whole."""

    check: Callable[[BibFile, RuleOptions], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """Looks at one document that cites by keys."""

    check: Callable[[DocumentFile, RuleOptions], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """Looks at the notes and the printed bibliography of one document."""

    check: Callable[[Paper, RuleOptions], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class ProjectCheck:
    """Looks at everything together."""

    check: Callable[[Project, RuleOptions], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class EngineCheck:
    """What the checker finds out by itself, as about comments that ask for silence."""


Scope = (
    FieldCheck | EntryCheck | FileCheck | DocumentCheck | PaperCheck | ProjectCheck | EngineCheck
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with references.

    ``code`` is the prefix of the family and three digits, ``name`` its readable name in
    kebab-case; both select it. ``manual`` is its manual page: the docstring of its module, whose
    first line says in one sentence what it finds. ``is_default`` tells that it speaks unless it
    is told not to. ``options`` are its options with their defaults, which the manual explains.
    """

    code: str
    name: str
    manual: str
    severity: Severity
    scope: Scope
    is_default: bool = True
    fixability: Fixability = Fixability.NONE
    options: Mapping[str, OptionValue] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """What it finds, in one line."""
        return self.manual.strip().partition("\n")[0]

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")
