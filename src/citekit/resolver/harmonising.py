"""Chapters of one edited book, brought to one form of its editors and publisher."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from citekit.model.reference import Name, PersonalName, Reference
from citekit.model.spans import Origin
from citekit.model.variables import DateVariable, NameVariable, TextVariable, Variable
from citekit.resolver.compare_container import is_abbreviation
from citekit.resolver.compare_names import is_same, shared_share
from citekit.resolver.date_start import start_of
from citekit.resolver.display import display
from citekit.resolver.origins import first_place
from citekit.resolver.wording import folded_words, wording
from citekit.resolver.wording_relation import Relation, relate

_ONE_BOOK = frozenset((Relation.EQUAL, Relation.CLOSE, Relation.SHORTENED))


@dataclass(frozen=True, slots=True)
class Completion:
    """A value completed from elsewhere: in which reference (by position), what from, what to."""

    position: int
    variable: Variable
    before: str
    after: str
    place: Origin


@dataclass(frozen=True, slots=True)
class Harmonised:
    """The references in their order, and what was completed in them."""

    references: tuple[Reference, ...]
    completions: tuple[Completion, ...] = ()


def harmonise(references: Sequence[Reference]) -> Harmonised:
    """The references with what they leave short of the book they share with others.

    Only two things are done, and only where no key was given yet: an editor without given name
    takes it from another chapter of the book, or from its own author of the same family name;
    an abbreviated publisher is written out as another chapter has it. Spellings stay.
    """
    found = list(references)
    completions: list[Completion] = []
    for position, others in sorted(_neighbours(references).items()):
        before = references[position]
        edited = _with_editors(before, others)
        found[position] = _with_publisher(edited, others)
        if edited is not before:
            completions.append(_completion(position, NameVariable.EDITOR, before, edited))
        if found[position] is not edited:
            completions.append(
                _completion(position, TextVariable.PUBLISHER, before, found[position])
            )
    return Harmonised(tuple(found), tuple(completions))


def _neighbours(references: Sequence[Reference]) -> dict[int, list[Reference]]:
    """For every reference in an edited book, without a key, the others of that book."""
    blocks: dict[tuple[int, str], list[int]] = defaultdict(list)
    neighbours: dict[int, list[Reference]] = {}
    for position, reference in enumerate(references):
        issued = start_of(reference.dates.get(DateVariable.ISSUED))
        editors = [name for name in _editors(reference) if isinstance(name, PersonalName)]
        if not editors or not reference.text(TextVariable.CONTAINER_TITLE):
            continue
        if not reference.key:
            neighbours[position] = []
        if issued:
            blocks[issued.year, " ".join(folded_words(editors[0].family))].append(position)
    for positions in blocks.values():
        for one, other in permutations(positions, 2):
            if one in neighbours and _share_book(references[one], references[other]):
                neighbours[one].append(references[other])
    return neighbours


def _share_book(a: Reference, b: Reference) -> bool:
    first, second = (wording(r.text(TextVariable.CONTAINER_TITLE)) for r in (a, b))
    return relate(first, second) in _ONE_BOOK and shared_share(_editors(a), _editors(b)) == 1.0


def _editors(reference: Reference) -> tuple[Name, ...]:
    return reference.name_list(NameVariable.EDITOR)


def _with_editors(reference: Reference, others: Sequence[Reference]) -> Reference:
    named = [name for other in others for name in _editors(other)]
    authors = reference.name_list(NameVariable.AUTHOR)
    editors = tuple(_with_given(_with_given(name, named), authors) for name in _editors(reference))
    if editors == _editors(reference):
        return reference
    return replace(reference, names={**reference.names, NameVariable.EDITOR: editors})


def _with_given(name: Name, fuller: Sequence[Name]) -> Name:
    """``name``, or the one fuller name of the family where there is no doubt which."""
    if not isinstance(name, PersonalName) or name.given:
        return name
    found = {
        other
        for other in fuller
        if isinstance(other, PersonalName) and other.given and is_same(name, other)
    }
    return found.pop() if len(found) == 1 else name


def _with_publisher(reference: Reference, others: Sequence[Reference]) -> Reference:
    publisher = reference.text(TextVariable.PUBLISHER)
    found = {
        full
        for other in others
        if (full := other.text(TextVariable.PUBLISHER))
        and is_abbreviation(wording(publisher), wording(full))
    }
    if len(found) != 1:
        return reference
    return replace(reference, texts={**reference.texts, TextVariable.PUBLISHER: found.pop()})


def _completion(
    position: int, variable: NameVariable | TextVariable, before: Reference, after: Reference
) -> Completion:
    if isinstance(variable, NameVariable):
        values = before.name_list(variable), after.name_list(variable)
        shown = display(values[0]), display(values[1])
    else:
        shown = before.text(variable), after.text(variable)
    origins = before.origins.get(variable, ())
    return Completion(position, variable, *shown, min(origins, default=first_place(before)))
