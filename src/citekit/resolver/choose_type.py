"""The type of a work that several references give differently."""

from collections import Counter
from collections.abc import Sequence

from citekit.model.reference import DateRange, Reference
from citekit.model.variables import DateVariable, ItemType, NumberVariable

# How much a type says; a special type beats a general one of the same support.
_SPECIFIC = {
    ItemType.DOCUMENT: 0.0,
    ItemType.ARTICLE: 0.3,
    ItemType.WEBPAGE: 0.5,
    ItemType.BOOK: 0.9,
}
_PERIODICAL = frozenset((ItemType.ARTICLE_JOURNAL, ItemType.ARTICLE_NEWSPAPER))


def choose_type(references: Sequence[Reference]) -> ItemType:
    """The type that most references give, weighted by how much it says.

    Between journal and newspaper the numbers decide: a volume or issue makes a journal, a day
    without them a newspaper.
    """
    votes = Counter(reference.type for reference in references)
    weights = {kind: count * _SPECIFIC.get(kind, 1.0) for kind, count in votes.items()}
    best = max(weights, key=lambda kind: (weights[kind], kind.value), default=ItemType.DOCUMENT)
    if best in _PERIODICAL and len(_PERIODICAL & weights.keys()) > 1:
        return _journal_or_newspaper(references, best)
    return best


def _journal_or_newspaper(references: Sequence[Reference], otherwise: ItemType) -> ItemType:
    numbered = any(
        reference.number(variable)
        for reference in references
        for variable in (NumberVariable.VOLUME, NumberVariable.ISSUE)
    )
    if numbered:
        return ItemType.ARTICLE_JOURNAL
    dates = (reference.dates.get(DateVariable.ISSUED) for reference in references)
    if any(isinstance(date, DateRange) and date.start.day for date in dates):
        return ItemType.ARTICLE_NEWSPAPER
    return otherwise
