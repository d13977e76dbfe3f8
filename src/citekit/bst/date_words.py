"""Dates in English words, as BibTeX's styles print them."""

from citekit.model.reference import Date, DateParts, DateRange, Literal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _part(words: tuple[str, ...], number: int) -> str:
    return words[number - 1] if 1 <= number <= len(words) else ""


def _words(parts: DateParts) -> list[str]:
    """Day, month or season, and year; what is not there is left out."""
    month = _part(_SEASONS, parts.season) or _part(MONTHS, parts.month)
    day = str(parts.day) if parts.day and parts.month else ""
    return [word for word in (day, month, _year(parts.year)) if word]


def _range(start: DateParts, end: DateParts) -> str:
    """A range that says once what both ends share: 12–14 May 2005, May–June 2005."""
    first, last = _words(start), _words(end)
    while len(first) > 1 and len(last) > 1 and first[-1] == last[-1]:
        shared = first.pop()
        last_word = last.pop()
        if not first or not last or len(first) != len(last):
            first.append(shared)
            last.append(last_word)
            break
        if first[-1] != last[-1]:
            dash = "–" if len(first) == 1 else " – "
            tail = _words(end)[len(last) :]
            return " ".join([" ".join(first) + dash + " ".join(last), *tail])
    dash = "–" if len(first) == len(last) == 1 else " – "
    return " ".join(first) + dash + " ".join(last)


def date_in_words(date: Date) -> str:
    """The date in words: ``8 December 1999``, ``Summer 2005``, ``c. 1450``, ``1998–``.

    A ``Literal`` is given as it is.
    """
    if isinstance(date, Literal):
        return date.text
    if date.end is None:
        text = f"{' '.join(_words(date.start))}–"
    elif date.end == date.start:
        text = " ".join(_words(date.start))
    else:
        text = _range(date.start, date.end)
    return f"c. {text}" if date.circa else text


def year_of(date: Date | None) -> str:
    """The year in which the date begins; a ``Literal`` as it is, nothing for no date."""
    if isinstance(date, DateRange):
        return _year(date.start.year)
    return date.text if date is not None else ""
