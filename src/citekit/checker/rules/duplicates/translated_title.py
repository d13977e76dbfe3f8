"""Two entries that are one work, whose titles differ by script or language.

A title in Cyrillic and the same in Latin letters, `Mueller` for `Müller`, or an entry whose
original title (`origtitle`, `titletranslation`) is the title of another: letters hide that both
are one.

    @book{alder1999, author = {Müller, Jörg}, title = {Über Kommata}, year = 1999}
    @book{alder99, author = {Mueller, Joerg}, title = {Ueber Kommata}, year = 1999}

Put what both say into one entry and cite that.

Translations are works of their own; where both are cited on purpose it is wrong. The rule is off by
default.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.duplicates.known_entry import KnownEntry, folded_title
from citekit.checker.rules.duplicates.pairs import Pair
from citekit.checker.rules.duplicates.twins import known_entries, twins_of
from citekit.checker.rules.keys.libraries import libraries
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold
from citekit.text.romanisation import plain_latin

_OTHER_TITLES = ("title", "origtitle", "titletranslation", "translatedtitle", "usera")
_SPELLINGS = re.compile(r"(?<=[aou])e|y|h")
_FEWEST = 8


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for library in libraries(project):
        for one, other, _ in _pairs(library):
            first, second = one.entry, other.entry
            yield second.problem(
                f"has the title of '{first.key}' in other letters or another language",
                hint=f"If both are one work, keep one entry and cite '{first.key}'.",
                related=(first.related("the entry with that title"),),
            )


def _pairs(library: tuple[BibFile, ...]) -> Iterator[Pair]:
    told = {id(twin.second) for twin in twins_of(library)}
    firsts: dict[tuple[str, str], KnownEntry] = {}
    for known in known_entries(library):
        if id(known) in told:
            continue
        keys = [(_skeleton(known, name), known.year) for name in _OTHER_TITLES]
        keys = [key for key in keys if len(key[0]) >= _FEWEST]
        first = next((firsts[key] for key in keys if key in firsts), None)
        if first is not None and first.title != known.title and first.entry.key != known.entry.key:
            yield first, known, ""
        for key in keys:
            firsts.setdefault(key, known)


def _skeleton(known: KnownEntry, name: str) -> str:
    """A title in plain Latin letters without the signs by which spellings differ."""
    value = known.value(name)
    if not value:
        return ""
    folded = known.title if name == "title" else folded_title(value)
    latin = folded if folded.isascii() else fold(plain_latin(folded))
    return _SPELLINGS.sub("", latin)


RULE = Rule(
    "DUP010",
    "translated-title",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    is_default=False,
)
