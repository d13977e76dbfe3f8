"""A title that has the subtitle in it, which stands in its own field too.

The list has the subtitle twice.

    title = {Tea: A History},
    subtitle = {A History},

Leave it out of `title`; the fix does.

It is harmless with BibTeX's standard styles, which do not know `subtitle`.
"""

from collections.abc import Iterable

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_PAIRS = (
    ("title", "subtitle"),
    ("booktitle", "booksubtitle"),
    ("maintitle", "mainsubtitle"),
    ("journaltitle", "journalsubtitle"),
)
_MARKS = " \t\r\n:.,;–—-"


def _check(entry: Entry, _options: RuleOptions) -> Iterable[Problem]:
    for name, further in _PAIRS:
        title, subtitle = entry.get(name), entry.get(further)
        if title is None or subtitle is None or not subtitle.value.strip():
            continue
        whole, part = title.value.rstrip(), subtitle.value.strip()
        if not whole.casefold().endswith(part.casefold()) or len(whole) <= len(part):
            continue
        head = whole[: len(whole) - len(part)]
        if head.rstrip(_MARKS) == head.rstrip() or not head.strip(_MARKS):
            continue
        end = len(head.rstrip(_MARKS))
        yield title.problem(
            f"has the {further} '{part}' in it",
            start=len(head),
            end=len(whole),
            hint=f"Write '{title.value[:end]}'.",
            fix=title.amendment("Leave the subtitle out", end, len(title.value), is_safe=False),
        )


RULE = Rule(
    "TIT021",
    "subtitle-twice",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check),
    fixability=Fixability.UNSAFE,
)
