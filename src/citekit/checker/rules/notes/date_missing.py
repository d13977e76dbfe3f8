"""A work that is nowhere given a date.

    Doe, Jane, Harbour Plan 2020, Ministry of Works.

Without its year a work can hardly be found. Add it, or say that there is none ("n.d."). A year
that is part of the title does not count, nor does the day on which a page was seen.

It is wrong where the year stands in a place that was not understood; works of law, archives and
classics have none and are left alone.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.wording import one_place, quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable
from citekit.text.data import load_words

_UNDATED = frozenset(
    {
        ItemType.LEGAL_CASE,
        ItemType.LEGISLATION,
        ItemType.BILL,
        ItemType.REGULATION,
        ItemType.TREATY,
        ItemType.MANUSCRIPT,
        ItemType.CLASSIC,
        ItemType.DOCUMENT,
    }
)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    words = load_words("citekit.checker.rules.notes", "notes", "undated")
    for mentions in paper.by_work.values():
        if any(one.reference.dates.get(DateVariable.ISSUED) for one in mentions):
            continue
        mention = one_place(mentions)
        span = mention.place(TextVariable.TITLE)
        if span is None or mention.reference.type in _UNDATED or mention.key in paper.known:
            continue
        if not mention.is_entry and (paper.entries or not _is_full(mention)):
            continue
        said = mention.words.lower()
        if any(word in said for word in words) or any(map(_has_year, mentions)):
            continue
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"{quote(mention.reference.title)} has no date",
            hint="Add the year of publication, or say that there is none.",
        )


def _is_full(mention: Mention) -> bool:
    """Whether a note cites in full: author, title, and publisher or container."""
    reference = mention.reference
    issued_by = bool(container(mention)) or bool(reference.text(TextVariable.PUBLISHER))
    return bool(reference.name_list(NameVariable.AUTHOR)) and issued_by


def _has_year(mention: Mention) -> bool:
    """Whether a year stands outside of the title, the address and the day of access."""
    other = (TextVariable.TITLE, TextVariable.URL, DateVariable.ACCESSED)
    spans = [span for one in other for span in mention.places.get(one, ())]
    return any(
        not any(span.start <= match.start() < span.end for span in spans)
        for match in _YEAR.finditer(mention.text, mention.start, mention.end)
    )


RULE = Rule(
    "NOT029",
    "date-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
