"""Volumes, issues, pages, editions and other numbers."""

import re
from functools import cache

from citekit.fields.numbers import parse_edition
from citekit.fields.page_ranges import is_extent
from citekit.fields.pages import parse_pages
from citekit.fields.volumes import VolumeNumbers, parse_issue, parse_number, parse_volume
from citekit.model.variables import NumberVariable
from citekit.refparser.draft import Draft, Stretch
from citekit.text.data import load_words

# The words that may announce a number, by its variable.
_CUES = {
    NumberVariable.CHAPTER_NUMBER: ("chapter",),
    NumberVariable.SECTION: ("section",),
}
_ANY_CUE = ("volume", "issue")
_EDGES = " \t\r\n,;:()[]"
_LONGEST_NUMBER = 3
_REVIEW = re.compile(r"MR\s?(\d{6,7})")


@cache
def _counted() -> re.Pattern[str]:
    words = load_words("citekit.fields", "numbers", "count")
    body = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\s*(?:{body})\b", re.IGNORECASE)


def normalise_number(draft: Draft, stretch: Stretch) -> None:
    """Set a number as printed, without the word that announces it; "49:3" sets two.

    The number of a review is none of the work's own and goes to ``extra``, as amsrefs has it.
    """
    variable = NumberVariable(stretch.label.variable)
    text = stretch.text.text
    review = _REVIEW.fullmatch(text) if variable is NumberVariable.NUMBER else None
    if review:
        draft.extra["mrnumber"] = f"MR{review.group(1):0>7}"
        return
    if variable is NumberVariable.VOLUME:
        _set(draft, stretch, _volume(stretch))
    elif variable is NumberVariable.ISSUE:
        _set(draft, stretch, parse_issue(text))
    else:
        value = parse_number(text, *_CUES.get(variable, _ANY_CUE))
        if any(char.isalnum() for char in value):
            draft.set_number(variable, value, stretch)


def _volume(stretch: Stretch) -> VolumeNumbers:
    """The numbers in a volume; "3" before "vols." is how many there are, and not the third."""
    found = parse_volume(stretch.text.text)
    follows = _counted().match(stretch.whole.text, stretch.label.end)
    if follows and found.volume.isdecimal() and len(found.volume) <= _LONGEST_NUMBER:
        return VolumeNumbers(count=found.volume)
    return found


def _set(draft: Draft, stretch: Stretch, found: VolumeNumbers) -> None:
    values = {
        NumberVariable.VOLUME: found.volume,
        NumberVariable.ISSUE: found.issue,
        NumberVariable.PART_NUMBER: found.part,
        NumberVariable.NUMBER_OF_VOLUMES: found.count,
    }
    at = 0
    for variable, value in values.items():
        if any(char.isalnum() for char in value):
            place = stretch.part(value, at)
            at = place.label.end - stretch.label.start
            draft.set_number(variable, value, place)


def normalise_pages(draft: Draft, stretch: Stretch) -> None:
    """Set the pages a work fills, or how many it has ("345 p.")."""
    text = stretch.text.text
    extent = is_extent(text)
    variable = NumberVariable.NUMBER_OF_PAGES if extent else NumberVariable.PAGE
    draft.set_number(variable, parse_pages(text), stretch)


def normalise_edition(draft: Draft, stretch: Stretch) -> None:
    """Set the edition, as a number where it is one."""
    text = " ".join(stretch.text.text.split()).strip(_EDGES)
    draft.set_number(NumberVariable.EDITION, parse_edition(text) or text, stretch)
