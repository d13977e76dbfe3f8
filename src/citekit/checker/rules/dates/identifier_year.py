"""A year that the identifier of the work contradicts.

Numbers of arXiv begin with year and month, and many DOIs have a year in them: a work cannot have
appeared before it was submitted.

    eprint = {2103.01234}, archiveprefix = {arXiv}, year = {2015}

Correct the year, or the identifier.

It is wrong for articles put on arXiv years after they were printed, so that its numbers count only
for entries that name no journal or book, and for DOIs that were given to old volumes later. DOIs
count only with a year between full stops.

The option `later` is the number of years that a work may be later than the year in its DOI (3).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.entry_years import entry_year
from citekit.model.diagnostic import Severity

_ARXIV = re.compile(
    r"(?:arxiv:)?(?:(\d\d)(\d\d)\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Za-z-]{2,12})?/(\d\d)(\d\d)\d{3})",
    re.IGNORECASE,
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_YEAR_IN_DOI = re.compile(r"\.((?:19[6-9]|20[0-4])\d)\.(?=[\w.]*\d)")
_FIRST_OF_OLD = 91
_CONTAINERS = ("journal", "journaltitle", "booktitle", "publisher", "school", "institution")


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    year = entry_year(field.entry)
    if not year:
        return
    value = field.value.strip()
    prefix = _ARXIV_DOI.match(value)
    if field.name == "eprint" or prefix:
        if not prefix and not _is_arxiv(field):
            return
        first = _submitted(value[prefix.end() :] if prefix else value)
        if first and year < first and not _has_container(field):
            yield _problem(field, year, first)
        return
    match = _YEAR_IN_DOI.search(value, value.find("/") + 1) if "." in value else None
    if match:
        named = int(match[1])
        if year < named - 1 or year > named + options.number("later"):
            yield _problem(field, year, named)


def _problem(field: Field, year: int, named: int) -> Problem:
    return field.problem(
        f"'{field.value.strip()}' is of {named}, the entry of {year}",
        hint="Correct the year, or the identifier.",
    )


def _is_arxiv(field: Field) -> bool:
    archive = field.entry.first("archiveprefix", "eprinttype")
    return archive is not None and archive.value.strip().lower() == "arxiv"


def _submitted(number: str) -> int:
    """The first year that a work of that number can be of, 0 if it is none of arXiv's.

    Works of the last days of a year have numbers of the next January.
    """
    match = _ARXIV.match(number)
    if match is None:
        return 0
    short, month = int(match[1] or match[3]), int(match[2] or match[4])
    year = (1900 if match[3] and short >= _FIRST_OF_OLD else 2000) + short
    return year - (month == 1)


def _has_container(field: Field) -> bool:
    for name in _CONTAINERS:
        one = field.entry.get(name)
        if one is not None and "arxiv" not in one.value.lower():
            return True
    return False


RULE = Rule(
    "DAT013",
    "year-against-identifier",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"doi", "eprint"})),
    options={"later": 3},
)
