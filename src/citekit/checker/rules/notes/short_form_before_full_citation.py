"""A work that is cited in short first and in full later.

    [^1]: Doe, "Harbours", 12.
    [^5]: Jane Doe, "Harbours of the North", Shipping 3 (1984), 97.

Notes were moved. Give the full reference at the first note, and the short form after it. A work
that the bibliography lists may be short everywhere, and is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.listed_works import first_author
from citekit.checker.rules.notes.short_cites import NoteIndex, ShortCite
from citekit.checker.rules.notes.wording import quote
from citekit.model.citation import ShortFormKind
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_NAMED = (ShortFormKind.SHORT_TITLE, ShortFormKind.OP_CIT, ShortFormKind.SUPRA)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    listed = {one.key for one in paper.entries}
    full: dict[str, Mention] = {}
    by_author: dict[str, list[Mention]] = {}
    for mention in paper.notes:
        full.setdefault(mention.key, mention)
        by_author.setdefault(first_author(mention.reference), []).append(mention)
    index = NoteIndex(paper)
    order = {id(one): number for number, one in enumerate(index.notes)}
    told: set[str] = set()
    for short in index.short_cites():
        key = short.cite.key
        if short.form.kind not in _NAMED or not key or key in listed or key in told:
            continue
        later = full.get(key) or _later(short, by_author)
        if later is None or order[id(later.citation)] <= short.number:
            continue
        told.add(key)
        yield paper.problem(
            short.span,
            f"{quote(short.text)} is short, and {later.where} cites the work in full",
            hint="Give the full reference here, and the short form there.",
            related=(paper.related(later.span, "in full"),),
        )


def _later(short: ShortCite, by_author: Mapping[str, Sequence[Mention]]) -> Mention | None:
    """The first full mention by an author and of a title that the short form names."""
    author, title = fold("".join(short.form.authors[:1])), fold(short.form.title)
    if not author or not title:
        return None
    own = by_author.get(author, ())
    return next((one for one in own if fold(one.reference.title).startswith(title)), None)


RULE = Rule(
    "NOT010",
    "short-form-before-full-citation",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
)
