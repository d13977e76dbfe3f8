"""A work that several notes cite in full.

    7 Jane Doe, "Harbours", Shipping, 49:3, Summer 2005, p. 467.
    9 Jane Doe, "Harbours", Shipping, 49:3, Summer 2005, p. 468.

After the first note a short form says the same in fewer words: "Doe, 'Harbours', p. 468". Told
once for each work, at the second note.

Notes that are alike to the letter are told by `footnote-repeated`. Harmless where a journal wants
full notes throughout.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import DateVariable
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mentions in paper.by_work.values():
        full = [one for one in mentions if one.is_note and _is_full(one)]
        if len({fold(one.text) for one in full}) <= 1:
            continue
        first, second = full[:2]
        yield paper.problem(
            second.span,
            f"{quote(second.reference.title)} is cited in full {len(full)} times,"
            f" first in {first.where}",
            hint="Use a short form after the first note.",
            related=tuple(
                paper.related(one.span, f"in full in {one.where}") for one in (first, *full[2:8])
            ),
        )


def _is_full(mention: Mention) -> bool:
    """Whether author, title and the date or the container are there."""
    reference = mention.reference
    more = DateVariable.ISSUED in reference.dates or bool(container(mention))
    return bool(reference.title) and more


RULE = Rule(
    "NOT067",
    "full-citation-repeated",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
