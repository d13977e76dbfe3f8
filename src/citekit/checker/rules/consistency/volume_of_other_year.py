"""A volume and a year that do not go together, as the other articles in the journal have them.

A journal with a volume a year keeps the difference between the two for decades. Where nearly all
articles have one difference and this one another, its volume or its year is a slip.

    @article{a, journal = {Hedge Studies}, volume = 11, year = 2001}
    @article{b, journal = {Hedge Studies}, volume = 14, year = 2004}
    @article{c, journal = {Hedge Studies}, volume = 15, year = 2004}

Look the article up and correct the one that is wrong.

It is wrong where a journal skipped a year, or brought out two volumes in one. A difference of a
year, which an issue in January makes, is not reported.

Options: `entries`, how many other volumes must bear witness (3); `share`, how many per cent of
all articles must agree (80).
"""

from collections import Counter
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_NEAR = 1
_LONGEST = 4


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    by_journal: dict[str, list[tuple[Field, int]]] = {}
    for entry in project.entries:
        volume, year = entry.get("volume"), entry.first("year", "date")
        journal = entry.first("journal", "journaltitle")
        if volume is None or year is None or journal is None:
            continue
        count, written = volume.value.strip(), year.value.strip()[:_LONGEST]
        if count.isdecimal() and len(count) < _LONGEST and written.isdecimal():
            name = fold(journal.value).removeprefix("the ")
            by_journal.setdefault(name, []).append((volume, int(written) - int(count)))
    for articles in by_journal.values():
        if len(articles) > options.number("entries"):
            yield from _deviating(articles, options)


def _deviating(articles: list[tuple[Field, int]], options: RuleOptions) -> Iterator[Problem]:
    usual, _ = Counter(difference for _, difference in articles).most_common(1)[0]
    odd = [
        (volume, difference) for volume, difference in articles if abs(difference - usual) > _NEAR
    ]
    volumes = {volume.value for volume, difference in articles if difference == usual}
    agreeing = len(articles) - len(odd)
    if len(volumes) < options.number("entries") or agreeing * 100 < options.number("share") * len(
        articles
    ):
        return
    for volume, difference in odd:
        count = int(volume.value)
        yield volume.problem(
            f"'{count}' is not of {count + difference}: elsewhere volume {count} of this journal "
            f"is of about {count + usual}",
            hint=f"Write the volume ({count + difference - usual}?) or the year as it is.",
        )


RULE = Rule(
    "CON024",
    "volume-of-other-year",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    options={"entries": 3, "share": 80},
)
