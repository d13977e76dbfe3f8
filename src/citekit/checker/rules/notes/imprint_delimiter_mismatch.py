"""Place and publisher parted or ordered in more than one way.

    Harbour: Harbour UP, 1998    beside    Harbour, Harbour University Press, 1960

Told once for the paper, at the first place that does otherwise than most.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.model.diagnostic import Severity
from citekit.model.variables import TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        place = mention.place(TextVariable.PUBLISHER_PLACE)
        name = mention.place(TextVariable.PUBLISHER)
        if place is None or name is None:
            continue
        first, second = sorted((place, name))
        mark = mention.text[first.end : second.start].strip()
        order = "place" + mark + " publisher" if first is place else "publisher" + mark + " place"
        if len(mark) <= 1:
            observed.append(Observed(order, mention, first.start, second.end))
    found = mixture(observed, fewest=3)
    if found is not None:
        yield mixed_problem(
            paper,
            found,
            f"the imprint is '{found.strays[0].form}' here, but '{found.form}' {found.count}",
            f"Write '{found.form}' everywhere.",
        )


RULE = Rule(
    "NOT072",
    "imprint-delimiter-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
