"""A note or entry that ends with a comma, as if something had dropped off its end.

    Doe, Jane, "Harbours", Shipping, 3:2, 2001,

Supply what is missing, often the pages, or write a full stop. The fix does the latter.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.model.diagnostic import Severity


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mention in _last_cites(paper):
        text = mention.text.rstrip()
        if not text or text[-1] not in ",;:" or text[-2:] in {",,", ";;"}:
            continue
        end = len(text)
        word = text[:-1].rsplit(" ", 1)[-1][-12:]
        yield paper.problem(
            mention.file_span(end - 1 - len(word), end),
            f"this {'note' if mention.is_note else 'entry'} ends with '{text[-1]}'",
            hint="Supply what should follow, or end with a full stop.",
            fix=exact_fix(
                "End with a full stop",
                [exact_edit(paper, mention, end - 1, end, ".")],
                is_safe=False,
            ),
        )


def _last_cites(paper: Paper) -> Iterator[Mention]:
    """The last mention of every passage."""
    for mention in paper.mentions:
        if mention.cite is mention.citation.cites[-1]:
            yield mention


RULE = Rule(
    "NOT051",
    "trailing-comma",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.UNSAFE,
)
