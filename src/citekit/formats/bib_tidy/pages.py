"""Ranges of pages with the dash that LaTeX prints as one."""

import re
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftField
from citekit.formats.bib_tidy.tables import fields_called

_DIGITS = r"[A-Za-z]{0,3}\d+[A-Za-z]?"
_ROMAN = r"[ivxlcdm]+"
_DASH = r"\s*+(?:-{1,3}|[‐‑‒–—―]|\{?\\text(?:en|em)dash(?:\{\})?\}?)\s*+"
_RANGE = re.compile(rf"(\s*)(?:({_DIGITS}){_DASH}({_DIGITS})|({_ROMAN}){_DASH}({_ROMAN}))(\s*)")
_PARTS = re.compile(r"([,;])")
_MOST = 1000


def dash_pages(field: DraftField) -> DraftField:
    """``12-31`` as ``12--31`` in a field of pages; what is no range of two numbers stays."""
    value = field.value
    if field.name.lower() not in fields_called("pages") or value[:1] not in {"{", '"'}:
        return field
    if len(value) > _MOST or "#" in value:
        return field
    parts = [_dashed(part) for part in _PARTS.split(value[1:-1])]
    return replace(field, value=value[0] + "".join(parts) + value[-1])


def _dashed(part: str) -> str:
    match = _RANGE.fullmatch(part)
    if match is None:
        return part
    before, number, last, roman, last_roman, after = match.groups()
    return f"{before}{number or roman}--{last or last_roman}{after}"
