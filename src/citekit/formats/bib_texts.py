"""The values of the fields of a ``.bib`` file as text without LaTeX."""

import re
from functools import lru_cache

from citekit.formats.bib_languages import language_tag
from citekit.formats.bib_table import FieldKind, FieldRow, table_of, words_of
from citekit.formats.bib_values import split_list
from citekit.formats.latex_decoding import decode_latex
from citekit.model.variables import TextVariable

URL_COMMAND = re.compile(r"\\(?:url|nolinkurl)\s*\{([^{}]{1,2000})\}")
_ESCAPED = re.compile(r"\\([_%&#$~{}])(?:\{\})?")
_DASHES = re.compile(r"\s?(?:-{2,3}|[–—])\s?")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
# Nothing here is LaTeX, or a blank other than a space.
_PLAIN = re.compile(r"[A-Za-z0-9 .,:;?!()/\[\]+*=<>@|#\"]*(?:-[A-Za-z0-9 .,:;?!()/]+)*")


def verbatim_text(value: str) -> str:
    r"""An address as it was meant: without ``\url`` and the escapes that some tools put in."""
    command = URL_COMMAND.search(value)
    text = _ESCAPED.sub(r"\1", command[1] if command else value)
    return text.strip().removeprefix("{").removesuffix("}").strip() if "{" in text else text.strip()


def plain_text(value: str) -> str:
    """The value without LaTeX; one that is plain ASCII only loses blanks at its ends."""
    plain = value.isascii() and _PLAIN.fullmatch(value) and "  " not in value
    return value.strip(" ") if plain else _decoded_latex(value)


# Journals and publishers come again and again.
_decoded_latex = lru_cache(maxsize=4096)(decode_latex)


def _list(value: str) -> str:
    return "; ".join(filter(None, map(plain_text, split_list(value))))


def field_text(value: str, row: FieldRow) -> str:
    """The value of a field as the text that its kind means, without LaTeX where it is one."""
    match row.kind:
        case FieldKind.VERBATIM:
            text = verbatim_text(value)
            return _RESOLVER.sub("", text, count=1) if row.variable is TextVariable.DOI else text
        case FieldKind.PAGES:
            return _DASHES.sub("-", plain_text(value))
        case FieldKind.LIST:
            return _list(value)
        case FieldKind.KEY:
            text = plain_text(value)
            return table_of("keys").get(text, text)
        case FieldKind.LANGUAGE:
            return language_tag(plain_text(value))
        case FieldKind.TITLE | FieldKind.CASED if "{" in value:
            return decode_latex(value, mark_case=True)
        case _:
            return plain_text(value)


def kept_text(name: str, value: str) -> str:
    """The value of a field that no variable stands for."""
    if name in words_of("verbatim"):
        return value.strip()
    if "title" in name and "{" in value:
        return decode_latex(value, mark_case=True)
    return plain_text(value)
