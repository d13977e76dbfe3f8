r"""Accents and letters as characters, or as LaTeX writes them in ASCII.

Only escapes of letters change: ``\&``, commands and mathematics stay as they are.
"""

import re
import unicodedata
from dataclasses import replace

from citekit.formats.bib_tidy.contents import change_contents
from citekit.formats.bib_tidy.drafts import DraftField
from citekit.formats.bib_tidy.tables import accents, fields_called, letters
from citekit.formats.latex_encoding import escape_beyond_ascii

_ACCENT = (
    r"\\([\"'`^~=.]|[uvHckrdb](?=[\s{\\]))\s*+(?:\{(\\?[ij]|[A-Za-z])\}|(\\[ij](?![A-Za-z\s])"
    r"|[A-Za-z]))"
)
_LETTER = r"\\(ss|o|O|ae|AE|oe|OE|aa|AA|l|L|dh|DH|th|TH|dj|DJ|ng|NG)"
_ONE = re.compile(rf"\{{(?:{_ACCENT}|{_LETTER}\s*+)\}}|{_ACCENT}|{_LETTER}\{{\}}")
# The same without groups to refer to.
_ANY_ACCENT, _ANY_LETTER = (re.sub(r"(?<!\\)\((?!\?)", "(?:", it) for it in (_ACCENT, _LETTER))
_GROUP = rf"\{{(?:{_ANY_ACCENT}|{_ANY_LETTER}\s*+)\}}"
_BARE = rf"(?:{_ANY_ACCENT}|{_ANY_LETTER}\{{\}})"
# A row of escapes that is no argument of a command, or what is passed over.
_ESCAPES = re.compile(
    rf"(?P<row>(?:(?<![\\\]}}]){_GROUP}|(?<![\\{{]){_BARE})(?:{_GROUP}|{_BARE})*)"
    r"|\\(?:[A-Za-z]+\s*+|[^A-Za-z])\{?"
)


def decode_escapes(field: DraftField) -> DraftField:
    r"""``{\"o}``, ``\'e`` and ``\ss{}`` as characters, with the braces that belong to them.

    Such braces protect no capitals; all others stay. Values with mathematics, and fields that a
    program reads, stay as they are.
    """
    value = field.value
    if "\\" not in value or "$" in value or field.name.lower() in fields_called("verbatim"):
        return field
    return replace(field, value=change_contents(value, _decoded))


def encode_escapes(field: DraftField) -> DraftField:
    """The value in ASCII where LaTeX has a way to write its characters."""
    if field.value.isascii() or field.name.lower() in fields_called("verbatim"):
        return field
    return replace(field, value=change_contents(field.value, escape_beyond_ascii))


def _decoded(text: str) -> str:
    return _ESCAPES.sub(_row, text)


def _row(match: re.Match[str]) -> str:
    return _ONE.sub(_character, match["row"]) if match["row"] else match[0]


def _character(match: re.Match[str]) -> str:
    """The character of one escape; the escape itself where there is none."""
    of_group, of_bare = match.groups()[:4], match.groups()[4:]
    accent, in_braces, plain, letter = of_group if any(of_group) else of_bare
    if letter:
        return letters()[letter]
    base = (in_braces or plain).removeprefix("\\")
    character = unicodedata.normalize("NFC", base + accents()[accent])
    return character if len(character) == 1 else match[0]
