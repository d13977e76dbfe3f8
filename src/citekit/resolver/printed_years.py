"""The year of issue that stands at the end of a title or a container's name."""

import re
from dataclasses import dataclass

from citekit.model.reference import DateParts

_YEAR = r"((?:1[5-9]|20)[0-9]{2})"
_IN_BRACKETS = re.compile(rf"[\s,.]*[(\[]\s?{_YEAR}\s?[)\]]\W{{0,3}}$")
_BEHIND_COMMA = re.compile(rf",\s?{_YEAR}\W{{0,3}}$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A text without the year at its end, and the year it was issued, if that is known."""

    text: str
    issued: DateParts | None


def without_year(text: str, issued: DateParts | None, *, container: bool = False) -> Dated:
    """``text`` without a year in brackets at its end; behind a comma too where it is a container's.

    A year that is not that of ``issued`` belongs to the text. Where no date is known, the year is
    taken for it.

    Example:
        >>> without_year("Semantic integration (1999)", None).text
        'Semantic integration'
    """
    if not text[-6:].strip(" .)]").isdigit() and "(" not in text[-8:] and "[" not in text[-8:]:
        return Dated(text, issued)
    found = _IN_BRACKETS.search(text) or (_BEHIND_COMMA.search(text) if container else None)
    if found is None or not found.start():
        return Dated(text, issued)
    year = int(found[1])
    if issued is not None and issued.year != year:
        return Dated(text, issued)
    return Dated(text[: found.start()], issued or DateParts(year))
