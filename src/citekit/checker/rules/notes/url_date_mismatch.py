"""A date in a web address that is not the date of the reference.

    Jane Doe, "Harbours", Port Online, 21 August 2006, <http://example.org/2006/08/22/harbours>

Newspapers and journals put the day into their addresses. Where the two differ, one was copied
wrong, or the article came out on paper on another day. The rule knows dates such as `2006/08/22`
and `20060822`, and learns from two other references to one site where its file names have the
day.

Compare both with the page. A difference of a day may be right for an article first printed.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import DateRange
from citekit.model.variables import DateVariable, TextVariable

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_FEWEST = 2


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    dated = [one for one in paper.mentions if one.place(TextVariable.URL) and _day(one)]
    learnt: dict[tuple[str, str, int], list[tuple[Mention, bool]]] = {}
    told: set[str] = set()
    for mention in dated:
        year, month, day = _day(mention) or (0, 0, 0)
        address = mention.reference.text(TextVariable.URL)
        match = _DATE.search(address)
        if match:
            if (int(match[1]), int(match[3]), int(match[4])) != (year, month, day):
                yield from _told(paper, mention, match[0], told)
            continue
        for key, number in _numbers(address):
            learnt.setdefault(key, []).append((mention, number == day))
    for places in learnt.values():
        works = {mention.key: agrees for mention, agrees in places}
        agreeing = sum(works.values())
        if agreeing < _FEWEST or agreeing * 3 < len(works) * 2:
            continue
        for mention, agrees in places:
            if not agrees:
                name = mention.reference.text(TextVariable.URL).rstrip("/").rpartition("/")[2]
                yield from _told(paper, mention, name, told)


def _told(paper: Paper, mention: Mention, part: str, told: set[str]) -> Iterator[Problem]:
    if mention.key and mention.key in told:
        return
    told.add(mention.key)
    date, span = mention.place(DateVariable.ISSUED), mention.place(TextVariable.URL)
    if date is None or span is None:
        return
    yield paper.problem(
        mention.file_span(date.start, date.end),
        f"the reference says {quote(mention.text[date.start : date.end])},"
        f" '{part}' in its address another day",
        hint="Compare the page, and correct the date or the address.",
        related=(paper.related(mention.file_span(span.start, span.end), "the address"),),
    )


def _day(mention: Mention) -> tuple[int, int, int] | None:
    date = mention.reference.dates.get(DateVariable.ISSUED)
    if not isinstance(date, DateRange) or not date.start.day or date.end != date.start:
        return None
    return date.start.year, date.start.month, date.start.day


def _numbers(address: str) -> Iterator[tuple[tuple[str, str, int], int]]:
    """The two-digit numbers of the file name, each with site, shape of the name and place."""
    host, _, path = address.partition("://")[2].partition("/")
    name = path.rstrip("/").rpartition("/")[2]
    shape = re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", name)))
    for match in re.finditer(r"(?<!\d)\d\d(?!\d)", name):
        yield (host, shape, match.start()), int(match[0])


RULE = Rule(
    "NOT024",
    "url-date-mismatch",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
