"""Names as they are printed in a mention: their words and the order of these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from citekit.checker.mention import Mention
from citekit.model.reference import PersonalName
from citekit.model.spans import Span
from citekit.model.variables import NameVariable
from citekit.text.folding import fold

LISTS = (NameVariable.AUTHOR, NameVariable.EDITOR, NameVariable.TRANSLATOR)

_PARTS = re.compile(r"(?:(?!\s(?:and|und|et|y|e)\s|\s?&\s?)[^,;:])+")
_WORD = re.compile(r"[^\s,;:()&.]+")
_FEWEST_WORDS = 2
# A name stands near the one before it in its list.
_WINDOW = 40


class NameOrder(StrEnum):
    """The orders in which the parts of a name are printed."""

    GIVEN_FIRST = "given name first"
    FAMILY_FIRST = "family name first"
    INVERTED = "inverted"


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name of the list ``variable`` in the passage of ``mention``, with its order.

    ``start`` and ``end`` count in the passage.
    """

    mention: Mention
    variable: NameVariable
    name: PersonalName
    order: NameOrder
    start: int
    end: int

    @property
    def printed(self) -> str:
        """What stands there."""
        return self.mention.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the file."""
        return self.mention.file_span(self.start, self.end)


_FOUND: WeakKeyDictionary[Mention, dict[NameVariable, tuple[PrintedName, ...]]] = (
    WeakKeyDictionary()
)


def printed_names(mention: Mention, variable: NameVariable) -> tuple[PrintedName, ...]:
    """The persons of a list with both names that are found in it as printed."""
    known = _FOUND.setdefault(mention, {})
    if variable not in known:
        known[variable] = tuple(_printed(mention, variable))
    return known[variable]


def _printed(mention: Mention, variable: NameVariable) -> Iterator[PrintedName]:
    spans = mention.places.get(variable, ())[:1]
    names = mention.reference.name_list(variable)
    if not spans or not any(isinstance(name, PersonalName) and name.given for name in names):
        return
    words = [
        _Word(match[0], match.start(), match.end())
        for match in _WORD.finditer(mention.text, spans[0].start, spans[0].end)
    ]
    first = 0
    for name in names:
        if not isinstance(name, PersonalName) or not name.given:
            continue
        found = _find(mention.text, words[first : first + _WINDOW], name)
        if found is not None:
            order, start, count = found
            one, last = words[first + start], words[first + start + count - 1]
            yield PrintedName(mention, variable, name, order, one.start, last.end)
            first += start + count


def _find(
    text: str, words: Sequence["_Word"], name: PersonalName
) -> tuple[NameOrder, int, int] | None:
    """The order of ``name`` among ``words``, with the number of its first word and their count."""
    family, given = _WORD.findall(name.family), _WORD.findall(name.given)
    count = len(family) + len(given)
    printed = [word.text for word in words]
    for start in range(len(words) - count + 1):
        if printed[start : start + len(given)] == given:
            for more in (0, 1):
                end = start + len(given) + more
                if printed[end : end + len(family)] == family:
                    return NameOrder.GIVEN_FIRST, start, count + more
        end = start + len(family)
        if printed[start:end] == family and printed[end : start + count] == given:
            gap = text[words[end - 1].end : words[end].start]
            order = NameOrder.INVERTED if "," in gap else NameOrder.FAMILY_FIRST
            return order, start, count
    return None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def loose_names(mention: Mention) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The words of what may be a person's name with no comma in it, with its place.

    Those of the lead-in ("Jane Doe cited in") are among them.
    """
    spans = [span for one in LISTS for span in mention.places.get(one, ())]
    spans.append(Span(0, mention.start))
    for span in spans:
        for match in _PARTS.finditer(mention.text, span.start, span.end):
            name = re.sub(r"\s+\w+ed (?:in|by)\s*$", "", match[0]).strip()
            words = tuple(fold(name).split())
            if len(words) >= _FEWEST_WORDS and name[:1].isupper():
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                yield words, start, start + len(name)
