"""The fields whose values LaTeX sets as text, and those that hold words at all."""

from functools import cache

from citekit.checker.bib_field import Field
from citekit.checker.rules.syntax.known_names import fields_of
from citekit.formats.bib_table import words_of
from citekit.formats.bib_tidy.tables import fields_called
from citekit.text.data import load_words


@cache
def verbatim_fields() -> frozenset[str]:
    """The fields whose values stand for themselves, such as addresses."""
    return fields_called("verbatim") | words_of("verbatim")


@cache
def printed_fields() -> frozenset[str]:
    """The fields that a style prints as text: LaTeX counts in them."""
    known = fields_of("bibtex", "shared", "biblatex") - fields_of("unprinted")
    return known - verbatim_fields() - _words("coded-fields")


def is_printed(field: Field) -> bool:
    """Whether a style prints the value as text; a string alone is judged where it is defined."""
    return field.name in printed_fields() and not field.macro


def is_read(field: Field) -> bool:
    """Whether somebody reads the value in the list or beside it: no abstract, no file."""
    return field.name not in _unread() and not field.macro


@cache
def _unread() -> frozenset[str]:
    return fields_of("unprinted") | _words("long-fields")


def _words(key: str) -> frozenset[str]:
    return load_words("citekit.checker.rules.encoding", "characters", key)


TITLES = _words("title-fields")
"""The fields of titles, journals and series left out."""
NAMES = fields_called("names")
"""The fields of people."""
