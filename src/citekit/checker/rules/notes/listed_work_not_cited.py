"""An entry of the printed bibliography that no note cites.

Either a note was taken out, or it cites the work in a way that was not understood. Take the entry
out, or cite it. The rule speaks where at least two thirds of the entries are cited in notes.

Harmless where the bibliography lists further reading.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.listed_works import first_author
from citekit.checker.rules.notes.short_cites import NoteIndex
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    index = NoteIndex(paper)
    cited = {cite.key for one in index.notes for cite in one.cites}
    stray = [one for one in paper.entries if one.key not in cited]
    if len(stray) * 3 > len(paper.entries):
        return
    for mention in stray:
        name = first_author(mention.reference)
        if index.naming(name):
            continue
        yield paper.problem(
            mention.span,
            f"{quote(mention.words[:60])} is cited in no note",
            hint="Cite it, or take the entry out.",
        )


RULE = Rule(
    "NOT039",
    "listed-work-not-cited",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
