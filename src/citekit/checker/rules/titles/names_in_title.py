"""A title that repeats the author or the journal.

It was copied with the line around it: the list then has the name twice.

    author = {Knuth, Donald E.},
    title = {Donald E. Knuth: Literate Programming},

Leave the name out of the title.

It is right for works whose title has the author's name ("Collected Works of …"); only names at an
end of the title that a mark or "by" parts from the rest are found, and those of journals.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName

_SHORTEST = 5
_LISTED = frozenset({"article", "inproceedings", "incollection", "conference", "misc", "online"})


def _check(entry: Entry, _options: RuleOptions) -> Iterable[Problem]:
    title = entry.get("title")
    if title is None or not title.value:
        return
    for name, label in (*_containers(entry), *_authors(entry)):
        if name.casefold() in title.plain.casefold() and _is_apart(title.plain, name):
            yield title.problem(
                f"has the {label} '{name}' in it", hint=f"Leave '{name}' out of the title."
            )
            return


def _is_apart(title: str, name: str) -> bool:
    """Whether ``name`` stands at an end of ``title``, parted from the rest."""
    escaped = re.escape(name)
    return bool(
        re.match(rf"{escaped}\s*[:.|–—]\s+\S", title, re.IGNORECASE)
        or re.search(
            rf"\w\s*(?:[|–—]|\.|,|,?\s+by|\s-)\s+{escaped}[\s.,\d()]*$", title, re.IGNORECASE
        )
    )


def _containers(entry: Entry) -> tuple[tuple[str, str], ...]:
    field: Field | None = entry.first("journal", "journaltitle", "booktitle")
    if field is None or len(field.plain) < _SHORTEST:
        return ()
    return ((field.plain, "journal"),)


def _authors(entry: Entry) -> tuple[tuple[str, str], ...]:
    author = entry.get("author")
    if author is None:
        return ()
    return tuple(
        (f"{name.given} {name.family}", "author")
        for name in author.names
        if isinstance(name, PersonalName) and name.given and name.family
    )


RULE = Rule(
    "TIT007",
    "name-in-title",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check, _LISTED),
    is_default=False,
)
