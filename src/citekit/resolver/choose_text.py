"""The best of several texts of one variable."""

from collections.abc import Callable, Sequence

from citekit.fields.identifiers import normalise_doi
from citekit.model.variables import TextVariable
from citekit.resolver.choice import Choice, Printed, choice_of, groups_of, support
from citekit.resolver.compare_container import is_abbreviation
from citekit.resolver.identifiers import address
from citekit.resolver.wording import Wording, wording
from citekit.resolver.wording_relation import Relation, relate

# Texts that say different things without contradicting each other: the longest is kept.
_FREE = frozenset(
    (
        TextVariable.ABSTRACT,
        TextVariable.ANNOTE,
        TextVariable.KEYWORD,
        TextVariable.NOTE,
        TextVariable.LANGUAGE,
        TextVariable.ISBN,
        TextVariable.ISSN,
    )
)


def choose_text(variable: TextVariable, printed: Sequence[Printed[str]]) -> Choice[str]:
    """The fullest and best supported of ``printed``, which stand in the order of their places.

    A text with a subtitle beats the same without, a name written out its abbreviation. Between
    spellings the better supported wins, then the longer, then the one printed first; they are
    never mixed.
    """
    if variable in _FREE:
        longest = max(printed, key=lambda item: (item.support, len(item.value)))
        return Choice(longest.value)
    if variable is TextVariable.URL:
        return _choose_by_form(printed, address)
    if variable is TextVariable.DOI:
        return _choose_by_form(printed, normalise_doi)
    groups = groups_of(printed, lambda text: wording(text).joined or text)
    best = max(groups, key=lambda group: _rank(group, groups))
    chosen = _best_spelling(best)
    return choice_of(chosen, printed, lambda text: _is_rival(text, chosen))


def _choose_by_form(printed: Sequence[Printed[str]], normal: Callable[[str], str]) -> Choice[str]:
    groups = groups_of(printed, normal)
    best = max(groups, key=support)
    chosen = _best_spelling(best)
    return choice_of(chosen, printed, lambda text: normal(text) != normal(chosen))


def _rank(
    group: Sequence[Printed[str]], groups: Sequence[Sequence[Printed[str]]]
) -> tuple[int, float, int]:
    """How many others the text is a fuller form of, its support, its length."""
    words = wording(group[0].value)
    fuller = sum(says_more(words, wording(other[0].value)) for other in groups)
    return fuller, support(group), len(group[0].value)


def says_more(a: Wording, b: Wording) -> bool:
    """Whether ``a`` is ``b`` with its subtitle, or written out."""
    if len(a.joined) <= len(b.joined) or not b.words:
        return False
    return (
        relate(a, b) in (Relation.SHORTENED, Relation.PHRASE)
        or is_abbreviation(b, a)
        or (a.words[: len(b.words)] == b.words)
    )


def _is_rival(text: str, chosen: str) -> bool:
    if text == chosen:
        return False
    mine, other = wording(chosen), wording(text)
    return mine.joined != other.joined and not says_more(mine, other)


def _best_spelling(group: Sequence[Printed[str]]) -> str:
    """Of spellings that are one when folded, the best supported, longest, first."""
    spellings = groups_of(group, lambda text: text)
    best = max(spellings, key=lambda items: (support(items), len(items[0].value)))
    return best[0].value
