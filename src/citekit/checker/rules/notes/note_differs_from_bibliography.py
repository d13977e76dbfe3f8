"""A work whose year, volume or issue is one in a note and another in the bibliography.

    [^1]: Jane Doe, "Harbours", Shipping 3 (1985), 12.     year = 1984 in refs.bib

One of the two is wrong. Look the work up and correct it. The bibliography is the printed one, or
the `.bib` file; works are the same if first author and title are.

It is wrong where an author wrote two works of one title, as with editions: give the edition, or
tell them apart by a, b.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.listed_works import Listed, listed_works, telling, year_of
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import Reference
from citekit.model.variables import DateVariable, NumberVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if not paper.mentions:
        return
    listed: dict[str, list[Listed]] = {}
    for one in listed_works(paper):
        listed.setdefault(telling(one.reference), []).append(one)
    listed.pop("", None)
    told: set[tuple[str, str]] = set()
    for mention in paper.mentions:
        candidates = [
            one
            for one in listed.get(telling(mention.reference), ())
            if one.mention is not mention and (one.mention is None or mention.is_note)
        ]
        if len(candidates) != 1 or (mention.is_entry and candidates[0].mention):
            continue
        for said, variable, own, other in _differences(mention.reference, candidates[0].reference):
            span = mention.place(variable)
            if span is None or (mention.key, said) in told:
                continue
            told.add((mention.key, said))
            yield paper.problem(
                mention.file_span(span.start, span.end),
                f"the {said} of {quote(mention.reference.title)} is {own} in {mention.where},"
                f" but {other} in {candidates[0].where}",
                hint=f"Look the work up, and write {own} or {other} in both places.",
            )


def _differences(
    one: Reference, other: Reference
) -> Iterator[tuple[str, DateVariable | NumberVariable, str, str]]:
    year, other_year = year_of(one), year_of(other)
    if year and other_year and year != other_year:
        yield "year", DateVariable.ISSUED, year, other_year
    numbers = [one.number(name) for name in (NumberVariable.VOLUME, NumberVariable.ISSUE)]
    others = [other.number(name) for name in (NumberVariable.VOLUME, NumberVariable.ISSUE)]
    if set(filter(None, numbers)) == set(filter(None, others)):
        return
    for said, variable in (("volume", NumberVariable.VOLUME), ("issue", NumberVariable.ISSUE)):
        own, theirs = one.number(variable).strip(), other.number(variable).strip()
        if own.isdecimal() and theirs.isdecimal() and int(own) != int(theirs):
            yield said, variable, own, theirs


RULE = Rule(
    "NOT002",
    "note-differs-from-bibliography",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
