"""Numbers of arXiv: their form, and the fields that say that a number is one."""

import re
from collections.abc import Mapping
from functools import cache

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Fix
from citekit.text.data import load_table

PREFIX = re.compile(
    r"\s*(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/|arxiv\s*[:.]?\s*)",
    re.IGNORECASE,
)
"""What stands before a number of arXiv in an address or in text."""

NUMBER = r"(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Za-z-]{2,12})?/\d{7})(?:v\d{1,2})?"
"""A number of arXiv, of before or since 2007."""

IN_TEXT = re.compile(
    rf"(?:(?:arxiv(?:\s+(?:e-?print|preprint))?[\s:.,]{{0,3}}){{1,2}}(?:https?://arxiv\.org/abs/)?|\babs/)({NUMBER})"
    r"(?:\s*\[[\w.-]{2,20}\])?",
    re.IGNORECASE,
)
"""A number of arXiv as text gives it."""

_MODERN = re.compile(r"(\d{2})(\d{2})\.(\d{4,5})(?:v\d{1,2})?")
_OLD = re.compile(r"([a-z-]{2,12})(?:\.[A-Za-z-]{2,12})?/(\d{2})(\d{2})\d{3}(?:v\d{1,2})?")
_DOI = re.compile(r"10\.48550/arxiv\.(.{1,40})", re.IGNORECASE)
_MONTHS = range(1, 13)
_FIRST_MODERN = 704
_FIRST_OF_FIVE_DIGITS = 1501
_FIVE = 5


@cache
def classes() -> Mapping[str, str]:
    """All archives and classes of arXiv by their names in lower case."""
    table = load_table(__package__, "identifiers")["arxiv"]
    found: dict[str, str] = {}
    if isinstance(table, dict):
        for archive, subjects in table.items():
            found[archive] = archive
            found |= {f"{archive}.{one}".lower(): f"{archive}.{one}" for one in subjects.split()}
    return found


def fault_of(number: str) -> str:
    """What is wrong with ``number`` as one of arXiv, empty if nothing is.

    Source: arXiv, "Understanding the arXiv identifier".
    """
    if match := _MODERN.fullmatch(number):
        when = int(match[1] + match[2])
        if int(match[2]) not in _MONTHS:
            return f"there is no month '{match[2]}'"
        if when < _FIRST_MODERN:
            return "numbers of this form began in April 2007"
        has_five = len(match[3]) == _FIVE
        if has_five != (when >= _FIRST_OF_FIVE_DIGITS):
            return "numbers have four digits after the point until 2014, five since"
        return ""
    if match := _OLD.fullmatch(number):
        if match[1] not in classes():
            return f"there is no archive '{match[1]}'"
        return "" if int(match[3]) in _MONTHS else f"there is no month '{match[3]}'"
    return "it has neither the form '2103.01234' nor 'hep-th/9901001'"


def is_arxiv(entry: Entry) -> bool:
    """Whether a field of ``entry`` says that its ``eprint`` is a number of arXiv."""
    archive = entry.first("archiveprefix", "eprinttype")
    return archive is not None and archive.value.strip().lower() == "arxiv"


def number_of(value: str) -> str:
    """The number in an ``eprint``, address or DOI of arXiv without a version, empty if none."""
    value = value.strip()
    doi = _DOI.fullmatch(value.partition("doi.org/")[2] or value)
    if doi:
        bare = doi[1]
    else:
        match = PREFIX.match(value)
        bare = value[match.end() :] if match else value
    bare = re.sub(r"(?:v\d{1,2})?(?:\.pdf)?$", "", bare)
    return bare if re.fullmatch(NUMBER, bare) else ""


def archive_field(entry: Entry) -> tuple[str, str]:
    """The field, and its value with delimiters, that says in this file that a number is arXiv's."""
    is_modern = entry.file.dialect == "biblatex"
    return ("eprinttype", "{arxiv}") if is_modern else ("archiveprefix", "{arXiv}")


def eprint_addition(entry: Entry, number: str) -> Fix | None:
    """The fix that gives ``entry`` the fields for ``number``, ``None`` if it has such a field."""
    if entry.first("eprint", "archiveprefix", "eprinttype") is not None:
        return None
    name, value = archive_field(entry)
    *before, last = entry.addition("eprint", f"{{{number}}}").edits
    archive = entry.addition(name, value).edits[-1]
    # Both stand at one place: as one edit they keep their order.
    both = entry.file.edit(last.edit.start, last.edit.end, last.edit.text + archive.edit.text)
    return Fix(f"Add 'eprint = {{{number}}}'", (*before, both))
