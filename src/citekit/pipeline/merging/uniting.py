"""The record made of several that are of one work, and where each of its values comes from."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from citekit.model.reference import Reference
from citekit.model.variables import TextVariable
from citekit.pipeline.merging.settled_fields import with_settled_fields
from citekit.resolver.display import display
from citekit.resolver.merging import merge

_BETWEEN_KEYWORDS = re.compile(r"\s*[,;]\s*")
_TYPE = "type"


@dataclass(frozen=True, slots=True)
class OtherValue:
    """A value that was not chosen, and the members that have it, by their position."""

    value: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnitedValue:
    """A value of the united record, the members that have the very same, and the other values.

    ``members`` is empty for a value made of several. ``is_conflict`` tells other values that
    say something else from those that only say less or are spelled in another way.
    """

    name: str
    value: str
    members: tuple[int, ...]
    others: tuple[OtherValue, ...] = ()
    is_conflict: bool = False


@dataclass(frozen=True, slots=True)
class United:
    """The record made of several, and the story of each value in it."""

    reference: Reference
    values: tuple[UnitedValue, ...] = ()


def united(references: Sequence[Reference]) -> United:
    """One record of ``references``, in their order: what one lacks another gives.

    Where they differ the choosers of the resolver decide. Keywords are all kept. The key is that
    of the first, and its aliases stay; those of the others are not yet among them.
    """
    reference, conflicts, fields = _united(references)
    if len(references) == 1:
        return United(reference)
    return United(reference, _values(reference, references, conflicts | fields.keys(), fields))


def united_reference(references: Sequence[Reference]) -> Reference:
    """The record alone, without the story of its values."""
    return _united(references)[0]


def _united(
    references: Sequence[Reference],
) -> tuple[Reference, AbstractSet[str], Mapping[str, str]]:
    """The record, the values about which there is conflict, and fields chosen others before."""
    first = references[0]
    if all(_says_the_same(first, other) for other in references[1:]):
        return first, set(), {}
    merged = merge(references)
    reference = replace(
        merged.reference,
        key=first.key,
        aliases=first.aliases,
        texts=_with_keywords(merged.reference.texts, references),
        extra=_extra(references),
    )
    conflicts = {str(conflict.variable) for conflict in merged.conflicts}
    reference, fields = with_settled_fields(reference)
    return reference, conflicts, fields


def _says_the_same(one: Reference, other: Reference) -> bool:
    return replace(one, key=other.key, aliases=other.aliases) == other


def values_of(reference: Reference) -> dict[str, object]:
    """All values of a record by name: of variables, then of fields that are none."""
    by_kind = (reference.names, reference.texts, reference.numbers, reference.dates)
    values: dict[str, object] = {_TYPE: reference.type}
    for kind in by_kind:
        values.update({str(variable): value for variable, value in kind.items()})
    return {**dict(reference.extra), **values}


def _with_keywords(
    texts: Mapping[TextVariable, str], references: Sequence[Reference]
) -> dict[TextVariable, str]:
    """``texts`` with the keywords of all, each once, in their order."""
    given = [text for r in references if (text := r.text(TextVariable.KEYWORD))]
    if len(set(given)) < 2:  # noqa: PLR2004  # nothing to unite
        return dict(texts)
    words = [word for text in given for word in _BETWEEN_KEYWORDS.split(text) if word]
    once = {word.casefold(): word for word in reversed(words)}
    return {**texts, TextVariable.KEYWORD: ", ".join(reversed(once.values()))}


def _extra(references: Sequence[Reference]) -> dict[str, str]:
    """The fields that no variable stands for; where they differ, the first record's."""
    found: dict[str, str] = {}
    for reference in references:
        for name, value in reference.extra.items():
            found.setdefault(name, value)
    return found


def _values(
    chosen: Reference,
    references: Sequence[Reference],
    conflicts: AbstractSet[str],
    fields: Mapping[str, str],
) -> tuple[UnitedValue, ...]:
    """The story of each value; ``fields`` tell where others stand that it was chosen before."""
    members = [values_of(reference) for reference in references]
    return tuple(
        _value(
            name,
            value,
            members,
            field=fields.get(name, ""),
            is_conflict=name in conflicts or name in chosen.extra,
        )
        for name, value in values_of(chosen).items()
    )


def _value(
    name: str,
    value: object,
    members: Sequence[Mapping[str, object]],
    *,
    field: str,
    is_conflict: bool,
) -> UnitedValue:
    others: dict[str, list[int]] = {}
    same = []
    for position, values in enumerate(members):
        given = {place: values[place] for place in (name, field) if place in values}
        if given.get(name) == value:
            same.append(position)
        for other in given.values():
            if other != value:
                others.setdefault(display(other), []).append(position)
    rivals = tuple(OtherValue(shown, tuple(places)) for shown, places in others.items())
    return UnitedValue(name, display(value), tuple(same), rivals, is_conflict and bool(rivals))
