"""One reference made of several that are of one work."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from citekit.model.reference import NO_KEY, CitationKey, Name, Reference
from citekit.model.spans import Origin
from citekit.model.variables import TextVariable, Variable
from citekit.resolver.choice import Choice, Printed
from citekit.resolver.choose_date import choose_date
from citekit.resolver.choose_names import choose_names
from citekit.resolver.choose_number import choose_number, part_pair, unite_bare_number
from citekit.resolver.choose_text import choose_text
from citekit.resolver.choose_type import choose_type
from citekit.resolver.content_hash import content_hash
from citekit.resolver.display import display
from citekit.resolver.origins import first_place, united_origins

K = TypeVar("K", bound=Variable)
V = TypeVar("V")

# What an entry says that already has a key was edited by hand: it counts for several mentions.
_CURATED = 4.0
# Even a value of no confidence is better than none.
_LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Conflict:
    """A variable on which references of one work differ: what was chosen, and what against.

    ``place`` is where the first of the others was read, ``None`` where that is not known.
    """

    variable: Variable
    chosen: str
    others: tuple[str, ...]
    place: Origin | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The reference made of several, and the conflicts that were decided in making it."""

    reference: Reference
    conflicts: tuple[Conflict, ...] = ()


def merge(references: Sequence[Reference], *, inverted: Collection[Name] = ()) -> Merged:
    """One reference with the fullest and best supported value of every variable.

    The order of ``references`` does not matter. All origins are kept, those of values that
    were not chosen too. The first key in the order of the alphabet stays, the others become
    aliases; without any the key is empty. ``inverted`` are names that were printed somewhere
    with a comma after the family name, which settles their order.
    """
    if references and all(reference == references[0] for reference in references):
        return Merged(part_pair(references[0]))
    ordered = sorted(
        unite_bare_number([part_pair(reference) for reference in references]),
        key=lambda r: (first_place(r), r.key, content_hash(r)),
    )
    names = _choose(ordered, lambda r: r.names, partial(choose_names, inverted=inverted))
    texts = _choose(ordered, lambda r: r.texts, choose_text)
    numbers = _choose(ordered, lambda r: r.numbers, choose_number)
    dates = _choose(ordered, lambda r: r.dates, choose_date)
    shares = {**_shares(names), **_shares(texts), **_shares(numbers), **_shares(dates)}
    keys = sorted({r.key for r in ordered if r.key})
    title = TextVariable.TITLE
    chosen = texts[title].value if title in texts else None
    reference = Reference(
        key=keys[0] if keys else NO_KEY,
        type=choose_type(ordered),
        texts=_values(texts),
        numbers=_values(numbers),
        dates=_values(dates),
        names=_values(names),
        origins=united_origins(ordered),
        confidence=_confidence(ordered, shares),
        aliases=_aliases(ordered, keys),
        extra={name: value for r in reversed(ordered) for name, value in r.extra.items()},
        case_settled=any(r.case_settled and r.texts.get(title) == chosen for r in ordered),
    )
    return Merged(
        reference,
        (*_conflicts(names), *_conflicts(texts), *_conflicts(numbers), *_conflicts(dates)),
    )


def _choose(
    references: Sequence[Reference],
    mapping: Callable[[Reference], Mapping[K, V]],
    choose: Callable[[K, Sequence[Printed[V]]], Choice[V]],
) -> dict[K, Choice[V]]:
    printed: dict[K, dict[V, Printed[V]]] = {}
    for reference in references:
        for variable, value in mapping(reference).items():
            weight = _CURATED if reference.key else reference.confidence.get(variable, 1.0)
            origins = reference.origins.get(variable, ())
            new = Printed(value, max(weight, _LEAST), min(origins, default=None))
            earlier = printed.setdefault(variable, {}).get(value)
            printed[variable][value] = earlier.together(new) if earlier else new
    return {
        variable: choose(variable, tuple(printed[variable].values()))
        for variable in sorted(printed)
    }


def _values(choices: Mapping[K, Choice[V]]) -> dict[K, V]:
    return {variable: choice.value for variable, choice in choices.items()}


def _shares(choices: Mapping[K, Choice[V]]) -> dict[Variable, float]:
    return {variable: choice.share for variable, choice in choices.items()}


def _conflicts(choices: Mapping[K, Choice[V]]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(
            variable,
            display(choice.value),
            tuple(display(rival.value) for rival in choice.rivals),
            next((rival.origin for rival in choice.rivals if rival.origin), None),
        )
        for variable, choice in choices.items()
        if choice.rivals
    )


def _confidence(
    references: Sequence[Reference], shares: Mapping[Variable, float]
) -> dict[Variable, float]:
    """The highest confidence of each variable, lowered by the share that says otherwise."""
    highest: dict[Variable, float] = {}
    for reference in references:
        for variable, value in reference.confidence.items():
            highest[variable] = max(highest.get(variable, 0.0), value)
    return {
        variable: round(highest[variable] * share, 4)
        for variable, share in shares.items()
        if variable in highest
    }


def _aliases(
    references: Sequence[Reference], keys: Sequence[CitationKey]
) -> tuple[CitationKey, ...]:
    known = {alias for reference in references for alias in reference.aliases}
    return tuple(sorted((known | set(keys[1:])) - set(keys[:1])))
