"""The last of several names joined now by "and", now by "&" or a bare comma.

    Jane Doe & Mary Roe (eds)    beside    Jane Doe and Ann Poe (eds)

Told once for the paper, at the first place that does otherwise than most. Lists that end in "et
al." do not count.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.checker.rules.notes.printed_names import LISTS, printed_names
from citekit.model.diagnostic import Severity

_JOINING = re.compile(r"(?<!\w)(and|und|et|e|y|i|en|&)(?!\w)", re.IGNORECASE)
_ETC = re.compile(r"[\s,]*(?:et al|and others|u\.\s?a\.)", re.IGNORECASE)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        for variable in LISTS:
            names = list(printed_names(mention, variable))
            if len(names) <= 1 or len(names) != len(mention.reference.name_list(variable)):
                continue
            before, last = names[-2], names[-1]
            gap = _JOINING.search(mention.text, before.end, last.start)
            form = gap[1].lower() if gap else ","
            if not _ETC.match(mention.text, last.end):
                observed.append(Observed(form, mention, before.start, last.end))
    found = mixture(observed)
    if found is not None:
        yield mixed_problem(
            paper,
            found,
            f"'{found.strays[0].form}' joins the last name here, '{found.form}' {found.count}",
            f"Write '{found.form}' everywhere.",
            show=lambda one: f"'{one.form}' in {one.mention.where}",
        )


RULE = Rule(
    "NOT061",
    "conjunction-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
