"""Where a work stands by number: volume, issue, series, pages, edition."""

import re

from citekit.bst.addresses import ARXIV
from citekit.bst.rich import Rich, joined, tagged, text_of
from citekit.bst.values import number_of, rich_text
from citekit.model.reference import Reference
from citekit.model.variables import NumberVariable, TextVariable

_HYPHEN = re.compile(r"(?<=[^\W_])\s?-{1,3}\s?(?=[^\W_])")
_SEVERAL = re.compile(r"[-–,;&]")
_NUMBER_ONLY = re.compile(r"\d{1,9}")
_EDITION_WORD = re.compile(r"\b(?:ed|edn|edition|auflage|édition)\b", re.IGNORECASE)


def labelled(word: str, number: str) -> str:
    """``volume 3``; a number that brings its own word stays as it is."""
    return f"{word} {number}" if number[:1].isdigit() or len(number) <= len("xviii") else number


def pages_of(reference: Reference, *, bare: bool = False) -> str:
    """``pages 3–7``, or ``bare`` without the word; a page that is a word stays as it is."""
    pages = _HYPHEN.sub("–", number_of(reference, NumberVariable.PAGE))
    if not pages or bare or not (pages[0].isdigit() or _SEVERAL.search(pages)):
        return pages
    return f"{'pages' if _SEVERAL.search(pages) else 'page'} {pages}"


def edition_of(reference: Reference) -> str:
    """``2nd edition``; an edition that says so itself stays as it is."""
    edition = number_of(reference, NumberVariable.EDITION)
    if _NUMBER_ONLY.fullmatch(edition):
        number = int(edition)
        teen = number % 100 in {11, 12, 13}
        edition += "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return edition if not edition or _EDITION_WORD.search(edition) else f"{edition} edition"


def series_of(reference: Reference, volume: str) -> Rich:
    """``volume 3 of Lecture Notes``, ``number 7 in Lecture Notes``, or only one of the two."""
    series = rich_text(reference, TextVariable.COLLECTION_TITLE)
    number = number_of(reference, NumberVariable.COLLECTION_NUMBER)
    if not str(series):
        return text_of(joined((labelled("volume", volume) if volume else "", number)))
    if volume and not number:
        return text_of(labelled("volume", volume), " of ", tagged("em", series))
    in_series = text_of(labelled("number", number), " in ", series) if number else series
    return joined((labelled("volume", volume) if volume else "", in_series))


def issue_of(reference: Reference) -> Rich:
    """``49(3):469–480`` with as much of it as is known."""
    volume = number_of(reference, NumberVariable.VOLUME)
    issue = number_of(reference, NumberVariable.ISSUE)
    if not volume:
        return joined((labelled("no.", issue) if issue else "", pages_of(reference)))
    pages = pages_of(reference, bare=True)
    return text_of(volume, f"({issue})" if issue else "", f":{pages}" if pages else "")


def article_number(reference: Reference) -> str:
    """``number 7``; a number of arXiv is an address instead."""
    number = number_of(reference, NumberVariable.NUMBER)
    return "" if not number or ARXIV.fullmatch(number) else labelled("number", number)
