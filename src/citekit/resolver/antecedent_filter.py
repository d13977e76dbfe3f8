"""Which earlier cites a short form may mean."""

from collections.abc import Sequence
from functools import lru_cache

from citekit.model.citation import ShortForm
from citekit.model.reference import Reference
from citekit.model.variables import DateVariable, NameVariable
from citekit.resolver.antecedents import Antecedent
from citekit.resolver.blocking import family_words
from citekit.resolver.date_start import start_of
from citekit.resolver.wording import Wording, folded_words, wording
from citekit.resolver.wording_relation import is_close, is_slip

_WRITERS = (NameVariable.AUTHOR,)
_EDITORS = (NameVariable.AUTHOR, NameVariable.EDITOR, NameVariable.CONTAINER_AUTHOR)


def fitting(short: ShortForm, antecedents: Sequence[Antecedent]) -> tuple[Antecedent, ...]:
    """The antecedents that agree with all that ``short`` says: authors, title and year.

    If the short title begins the title of one of them, those that merely hold its words
    elsewhere are left out.
    """
    found = _by_names(short, [a for a in antecedents if _fits_year(short, a)])
    if not short.title:
        return tuple(found)
    title = wording(short.title)
    heads = [a for a in found if begins(title, wording(a.reference.title))]
    return tuple(heads or [a for a in found if is_within(title, wording(a.reference.title))])


def begins(short: Wording, title: Wording) -> bool:
    """Whether ``short`` begins ``title``, but for a slip and common words."""
    size = len(short.content)
    head = Wording(content=title.content[:size])
    return 0 < size <= len(title.content) and (
        short.content == head.content or is_close(short, head)
    )


def is_within(short: Wording, title: Wording) -> bool:
    """Whether ``title`` holds the telling words of ``short``, in their order."""
    rest = iter(title.content)
    return bool(short.content) and all(
        any(word == other or is_slip(word, other) for other in rest) for word in short.content
    )


def _by_names(short: ShortForm, antecedents: Sequence[Antecedent]) -> list[Antecedent]:
    """Those of the authors named; those that they only edited where there are no others."""
    for variables in (_WRITERS, _EDITORS):
        found = [a for a in antecedents if _fits_names(short, a.reference, variables)]
        if found:
            return found
    return []


def _fits_names(short: ShortForm, reference: Reference, variables: Sequence[NameVariable]) -> bool:
    names = [name for variable in variables for name in reference.name_list(variable)]
    return all(
        any(_is_named(author, family_words(name)) for name in names) for author in short.authors
    )


@lru_cache(maxsize=65536)
def _is_named(author: str, words: tuple[str, ...]) -> bool:
    wanted = [word for word in folded_words(author) if len(word) > 1]
    return bool(wanted) and all(
        any(word == other or is_slip(word, other) for other in words) for word in wanted
    )


def _fits_year(short: ShortForm, antecedent: Antecedent) -> bool:
    issued = start_of(antecedent.reference.dates.get(DateVariable.ISSUED))
    digits = "".join(c for c in short.year if c.isdigit())
    return not digits or issued is None or str(issued.year) == digits[:4]
