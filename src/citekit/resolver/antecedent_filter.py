"""Which earlier cites a short form may mean."""

import re
from collections.abc import Sequence
from functools import lru_cache

from citekit.fields.names import OTHERS
from citekit.model.citation import ShortForm
from citekit.model.reference import PersonalName, Reference
from citekit.model.variables import DateVariable, NameVariable
from citekit.resolver.antecedents import Antecedent
from citekit.resolver.blocking import family_words
from citekit.resolver.date_start import start_of
from citekit.resolver.wording import Wording, folded_words, wording
from citekit.resolver.wording_relation import is_close, is_slip

# "(the Dearing report)", "[hereinafter Dearing]": what a work is called from then on.
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]")
# Fewer words of a short form are too few to tell a work by.
_FEWEST_WORDS = 3
# What goes on for longer holds more than one work.
_LONGEST_PRINTED = 600
_WRITERS = (NameVariable.AUTHOR,)
_EDITORS = (NameVariable.AUTHOR, NameVariable.EDITOR, NameVariable.CONTAINER_AUTHOR)


def fitting(short: ShortForm, antecedents: Sequence[Antecedent]) -> tuple[Antecedent, ...]:
    """The antecedents that agree with all that ``short`` says: authors, title and year.

    If the short title begins the title of one of them, those that merely hold its words
    elsewhere are left out.
    """
    found = _by_names(short, [a for a in antecedents if _fits_year(short, a)])
    found = _by_given_name(short, found)
    if not short.title:
        return tuple(_by_all_names(short, found) if short.year else found)
    title = wording(short.title)
    heads = [a for a in found if begins(title, wording(a.reference.title))]
    return tuple(heads or [a for a in found if is_within(title, wording(a.reference.title))])


def nicknamed(short: ShortForm, antecedents: Sequence[Antecedent]) -> tuple[Antecedent, ...]:
    """The antecedents behind which stands the name that ``short`` has: "(the Dearing report)"."""
    wanted = {word for author in short.authors for word in folded_words(author)}
    return tuple(
        antecedent
        for antecedent in antecedents
        if wanted
        and any(
            wanted <= set(folded_words(name))
            for name in _BRACKETED.findall(f"{antecedent.printed} {antecedent.cite.suffix}")
        )
    )


def printed_alike(
    short: ShortForm, antecedents: Sequence[Antecedent], *, fewest: int = _FEWEST_WORDS
) -> tuple[Antecedent, ...]:
    """The antecedents that print all the words of ``short``, authors and title, in their order.

    Laws, cases and reports are cited short by words of which no one is an author or a title.
    With less than ``fewest`` telling words there are none.
    """
    words = wording(" ".join((*short.authors, short.title))).content
    if len(words) < fewest:
        return ()
    return tuple(
        antecedent
        for antecedent in antecedents
        if 0 < len(antecedent.printed) <= _LONGEST_PRINTED
        and is_within(Wording(content=words), wording(antecedent.printed))
    )


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


def _by_given_name(short: ShortForm, antecedents: list[Antecedent]) -> list[Antecedent]:
    """Those of the author whose given name ``short`` prints too; all where there are none."""
    named = short.draft.name_list(NameVariable.AUTHOR)[:1] if short.draft is not None else ()
    given = [name.given for name in named if isinstance(name, PersonalName) and name.given]
    if not given or not short.authors:
        return antecedents
    found = [
        a
        for a in antecedents
        for name in a.reference.name_list(NameVariable.AUTHOR)
        if isinstance(name, PersonalName)
        and _begins_alike(given[0], name.given)
        and _is_named(short.authors[0], family_words(name))
    ]
    return found or antecedents


def _begins_alike(one: str, other: str) -> bool:
    """Whether the first given names, in full or as initials, may be the same."""
    words = [name.replace(".", " ").split()[:1] for name in (one, other)]
    if not all(words):
        return False
    first, second = (word[0].casefold() for word in words)
    return first.startswith(second) or second.startswith(first)


def _by_all_names(short: ShortForm, antecedents: list[Antecedent]) -> list[Antecedent]:
    """Those whose authors are just the ones named, or more if ``short`` says so ("et al.")."""
    others = short.draft is not None and OTHERS in short.draft.name_list(NameVariable.AUTHOR)
    exact = [a for a in antecedents if _has_just(short, a.reference, others=others)]
    return exact or antecedents


def _has_just(short: ShortForm, reference: Reference, *, others: bool) -> bool:
    names = reference.name_list(NameVariable.AUTHOR) or reference.name_list(NameVariable.EDITOR)
    if not names or not short.authors or not _is_named(short.authors[0], family_words(names[0])):
        return False
    if others:
        return len(names) > len(short.authors) + 1 or OTHERS in names
    return len(names) == len(short.authors) and OTHERS not in names


def _fits_year(short: ShortForm, antecedent: Antecedent) -> bool:
    issued = start_of(antecedent.reference.dates.get(DateVariable.ISSUED))
    digits = "".join(c for c in short.year if c.isdigit())[:4]
    if not digits or issued is None:
        return True
    return str(issued.year) == digits and _fits_letter(short, antecedent)


def _fits_letter(short: ShortForm, antecedent: Antecedent) -> bool:
    """Whether the letter behind the year ("1963a") is not another one where the work is listed."""
    letter = short.year[4:5]
    printed = re.search(rf"(?<!\d){short.year[:4]}\s?([a-z])(?!\w)", antecedent.printed)
    return not letter or printed is None or printed[1] == letter
