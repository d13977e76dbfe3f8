"""The title of an article, chapter or page without quotation marks, where the others have them.

    Port Agency, Statistics of harbours, Port Agency Website, ...

Put it in quotation marks as the others are. The rule speaks where three of four such titles, and
at least four, are quoted. A title in italics is left alone.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.spans import Markup, Span
from citekit.model.variables import ItemType, TextVariable

_QUOTED = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.CHAPTER,
        ItemType.WEBPAGE,
    }
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    if not any(one.traced.runs_of(Markup.ITALIC) for one in paper.mentions):
        return
    for mention in paper.mentions:
        span = mention.place(TextVariable.TITLE)
        if span and mention.reference.type in _QUOTED and container(mention):
            form = "quoted" if _is_quoted(mention, span) else ""
            observed.append(Observed(form, mention, span.start, span.end))
    usual = convention(observed)
    if usual is None or usual.form != "quoted":
        return
    told: set[str] = set()
    for one in usual.strays:
        if one.mention.key in told or _is_italic(one):
            continue
        told.add(one.mention.key)
        yield paper.problem(
            one.span,
            f"the title {quote(one.printed)} has no quotation marks, unlike {usual.count}",
            hint="Put it in quotation marks.",
        )


def _is_quoted(mention: Mention, span: Span) -> bool:
    before = mention.text[: span.start].rstrip()[-1:]
    inside = mention.text[span.start : span.start + 1]
    return bool(before + inside) and any(
        mark in "\"'“”‘’„«»‹「『〈《" for mark in (before, inside) if mark
    )


def _is_italic(one: Observed) -> bool:
    runs = one.mention.traced.runs_of(Markup.ITALIC)
    return any(run.start < one.end and one.start < run.end for run in runs)


RULE = Rule(
    "NOT055",
    "title-unquoted",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
