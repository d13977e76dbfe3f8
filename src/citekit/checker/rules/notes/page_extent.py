"""Whether a cited page is one of the pages that a work fills."""

import re

from citekit.fields.page_ranges import parse_pages

_RANGE = re.compile(r"\s*(\d{1,6})\s*[-‐-―~]{1,3}\s*(\d{1,6})\s*\.?\s*")
_NUMBER = re.compile(r"(?<![\w.])\d{1,6}(?![\w.])")


def outside(locator: str, pages: str) -> str:
    """The pages of the work, if a page of ``locator`` is not among them; else nothing.

    Nothing too where ``pages`` is no plain range of numbers. Shortened ends count as written out.
    """
    match = _RANGE.fullmatch(pages)
    numbers = [int(number) for number in _NUMBER.findall(parse_pages(locator))]
    if match is None or not numbers:
        return ""
    first, last = int(match[1]), int(match[2])
    if last < first:
        last = int(match[1][: len(match[1]) - len(match[2])] + match[2])
    whole = [number for number in numbers if len(str(number)) >= len(str(numbers[0]))]
    if last <= first or all(first <= number <= last for number in whole):
        return ""
    return f"{first}–{last}"
