"""An article or chapter in the printed bibliography without its first and last page.

    Doe, Jane, "Harbours", Shipping, 3:2, 2001.

Notes give the page that is meant; the bibliography gives where the whole piece stands, so that it
can be found and ordered. Works with an address or a DOI are left alone, and so are newspapers,
unless a note gives a page of theirs.

Harmless where a style leaves the pages out, as some do for books of chapters.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.page_labels import page_labels
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import ItemType, NumberVariable, TextVariable

_PAGED = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.ARTICLE,
        ItemType.CHAPTER,
        ItemType.PAPER_CONFERENCE,
        ItemType.REVIEW,
        ItemType.REVIEW_BOOK,
    }
)
_ADDRESSES = (TextVariable.URL, TextVariable.DOI)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    for mention in paper.entries:
        reference = mention.reference
        in_periodical = mention.place(TextVariable.CONTAINER_TITLE)
        if in_periodical is None or not _wants_pages(paper, mention):
            continue
        if reference.number(NumberVariable.PAGE) or any(reference.text(one) for one in _ADDRESSES):
            continue
        if next(page_labels(mention), None) is not None:
            continue
        kind = "chapter" if reference.type is ItemType.CHAPTER else "article"
        yield paper.problem(
            mention.file_span(in_periodical.start, in_periodical.end),
            f"the entry of this {kind} in {quote(container(mention))} does not give its pages",
            hint="Add its first and last page.",
        )


def _wants_pages(paper: Paper, mention: Mention) -> bool:
    if mention.reference.type is ItemType.ARTICLE_NEWSPAPER:
        return any(
            one.cite.label == "page" for one in paper.by_work.get(mention.key, ()) if one.is_note
        )
    return mention.reference.type in _PAGED


RULE = Rule(
    "NOT025",
    "page-range-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
