"""Numbers without delimiters."""

import re
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftField

_NUMBER = re.compile(r"\{\s*+(\d{1,18})\s*+\}|\"\s*+(\d{1,18})\s*+\"", re.ASCII)


def bare_number(field: DraftField) -> DraftField:
    """``year = {1984}`` as ``year = 1984``; BibTeX and biber read both as the same."""
    match = _NUMBER.fullmatch(field.value)
    return field if match is None else replace(field, value=match[1] or match[2])
