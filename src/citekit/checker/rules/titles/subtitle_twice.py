"""A title that has the subtitle in it, which stands in its own field too.

The list has the subtitle twice.

    title = {Tea: A History},
    subtitle = {A History},

Leave it out of `title`; the fix does.

It is harmless with BibTeX's standard styles, which do not know `subtitle`.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_TITLES = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "mainsubtitle": "maintitle",
    "journalsubtitle": "journaltitle",
}
_MARKS = " \t\r\n:.,;–—-"


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    entry = field.entry
    title, subtitle = entry.get(_TITLES[field.name]), entry.get(field.name)
    if title is None or subtitle is not field or not subtitle.value.strip():
        return
    whole, part = title.value.rstrip(), subtitle.value.strip()
    if not whole.casefold().endswith(part.casefold()) or len(whole) <= len(part):
        return
    head = whole[: len(whole) - len(part)]
    if head.rstrip(_MARKS) == head.rstrip() or not head.strip(_MARKS):
        return
    end = len(head.rstrip(_MARKS))
    yield title.problem(
        f"has the {field.name} '{part}' in it",
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
    FieldCheck(_check, frozenset(_TITLES)),
    fixability=Fixability.UNSAFE,
)
