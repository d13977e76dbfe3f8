"""A work that a note cites and that the bibliography does not list.

    [^1]: Jane Doe, "Harbours", Shipping 3 (1975), 428-451.     with no entry of hers in refs.bib

The reader who looks it up in the bibliography does not find it. Add an entry. The bibliography is
the printed one of the paper, with the `.bib` files that the document uses. Told once for each
work, at its first note.

Works that are often cited in notes alone are left out: web pages, newspapers, interviews, law,
archives. It is wrong where the paper's bibliography is meant to be a selection.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import container
from citekit.checker.rules.notes.listed_works import same_listed, telling
from citekit.checker.rules.notes.quotation_marks import quoted_title
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName
from citekit.model.spans import Markup
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)

_IN_NOTES_ONLY = frozenset(
    {
        ItemType.WEBPAGE,
        ItemType.POST,
        ItemType.POST_WEBLOG,
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.INTERVIEW,
        ItemType.PERSONAL_COMMUNICATION,
        ItemType.LEGAL_CASE,
        ItemType.LEGISLATION,
        ItemType.BILL,
        ItemType.REGULATION,
        ItemType.TREATY,
        ItemType.MANUSCRIPT,
        ItemType.DOCUMENT,
    }
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    keys = {one.key for one in paper.entries} | paper.known
    if not keys:
        return
    listed = same_listed(paper)
    told: set[str] = set()
    for mention in paper.notes:
        if mention.key in keys or mention.key in told or not _is_whole(mention):
            continue
        if telling(mention.reference) in listed or "@" in mention.text:
            continue
        told.add(mention.key)
        where = "the bibliography" if paper.entries else "a bibliography file"
        yield paper.problem(
            mention.span,
            f"{quote(mention.reference.title)} is cited in note {mention.marker},"
            f" but not listed in {where}",
            hint=f"Add an entry for it, such as '{mention.key}'.",
        )


def _is_whole(mention: Mention) -> bool:
    """Whether author, title and date were read, of a work that is listed as a rule."""
    reference = mention.reference
    dated = DateVariable.ISSUED in reference.dates
    names = reference.name_list(NameVariable.AUTHOR)
    if reference.type in _IN_NOTES_ONLY or not dated or not telling(reference):
        return False
    if not names or not isinstance(names[0], PersonalName) or not names[0].given:
        return False
    return _is_set_off(mention)


def _is_set_off(mention: Mention) -> bool:
    """Whether the title stands in quotation marks or italics, or numbers of a periodical follow."""
    span = mention.place(TextVariable.TITLE)
    if span is None:
        return False
    italic = mention.traced.runs_of(Markup.ITALIC)
    if quoted_title(mention) or any(
        run.start < span.end and span.start < run.end for run in italic
    ):
        return True
    return bool(container(mention)) and bool(mention.place(NumberVariable.VOLUME))


RULE = Rule(
    "NOT001",
    "cited-work-not-listed",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
