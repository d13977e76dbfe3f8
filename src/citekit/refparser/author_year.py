"""Citations by author and year that refer to a list: "Cyert et al. 1963a, 7", "Weber (1922: 5)"."""

import re

from citekit.fields.names import OTHERS
from citekit.model.citation import ShortForm, ShortFormKind
from citekit.model.reference import Name, PersonalName, Reference
from citekit.model.spans import Span
from citekit.model.variables import NameVariable
from citekit.refparser.surnames import INITIALS, SURNAMES

_OTHERS = (
    r"(?:et\sal(?:ii)?\b\.?|u\.\s?a\.|and\sothers|und\sandere|y\sotros|e\saltri|et\sautres|i\sin\.)"
)
_PLACE = (
    r"(?:(?:SS?|pp?|pg|at|Rn|Rdnr|ch|chap|Kap|cap|chs|n|fn|t|vol|Bd)\.?\s?|§{1,2}\s?)?"
    r"(?:\d{1,4}|[ivxl]{1,7})(?:\s?[-–]\s?(?:\d{1,4}|[ivxl]{1,7}))?"
    r"(?:\s?(?:ff?|sq|sqq|seq|et\sseq|ss|n|nn)\b\.?)?"
)
_PLACES = rf"{_PLACE}(?:,\s?{_PLACE}){{0,4}}"
_WHOLE = re.compile(
    rf"\s*(?P<authors>{INITIALS}{SURNAMES})(?:,?\s(?P<others>{_OTHERS}))?(?:’s|'s)?,?\s+"
    rf"\(?(?P<year>(?:1[5-9]|20)\d\d[a-z]?)(?!\d)(?:\s?[:,]\s?{_PLACES})?[)\]]?"
    rf"(?:\s?[,:]?\s?{_PLACES})?\s*[.;,]?\s*$"
)
_AND = re.compile(r"\s?/\s?|,?\s(?:and|und|et|&|e|y)\s|,\s")
_INITIALS = re.compile(r"^(?:[A-Z]\.[\s-]?)+")
# No such citation is longer.
_LONGEST = 240


def find_author_year(text: str) -> tuple[ShortForm, Span] | None:
    """The form that the whole of ``text`` is, and where its names and year stand; else ``None``.

    The letter behind a year belongs to it ("1963a"). Names with "et al." stand in the draft too,
    where the others follow them.

    Example:
        >>> find_author_year("Cyert and March 1963a, 7.")[0].year
        '1963a'
    """
    match = _WHOLE.match(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    families = tuple(
        _INITIALS.sub("", part).strip() for part in _AND.split(match["authors"]) if part.strip()
    )
    draft = None
    if match["others"]:
        names: tuple[Name, ...] = (*(PersonalName(family) for family in families), OTHERS)
        draft = Reference(names={NameVariable.AUTHOR: names})
    form = ShortForm(ShortFormKind.SHORT_TITLE, families, year=match["year"], draft=draft)
    return form, Span(match.start("authors"), match.end("year"))
