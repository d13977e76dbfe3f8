"""The citation-label of a work without one: letters of its authors and two digits of its year.

Source: CSL 1.0.2 leaves the label to the processor; this is the "trigraph" that processors of
CSL make: four letters of one author, two and two of two, two, one and one of three, one each of
four.
"""

from citekit.csl.item import Item
from citekit.model.reference import DateRange

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_FROM_FOUR = (1, 1, 1, 1)
_VARIABLES = ("author", "editor", "translator", "composer", "director")
_UNNAMED = "Xyz"
_NO_YEAR = "00"


def citation_label(item: Item) -> str:
    """The label of ``item``, its own if it has one, without the letter that tells labels apart."""
    own = item.texts.get("citation-label")
    if own:
        return own
    names = next((names for key in _VARIABLES if (names := item.names.get(key))), ())
    families = [_bare(name.family or name.literal) for name in names if not name.is_others]
    counts = _LETTERS.get(len(families), _FROM_FOUR)
    stem = "".join(
        family[:1].upper() + family[1:count].lower()
        for family, count in zip(families, counts, strict=False)
    )
    issued = item.dates.get("issued")
    year = f"{abs(issued.start.year) % 100:02d}" if isinstance(issued, DateRange) else _NO_YEAR
    return (stem or _UNNAMED) + year


def _bare(name: str) -> str:
    """The letters of a name: no blanks, no apostrophes, no other marks."""
    return "".join(char for char in name if char.isalnum())
