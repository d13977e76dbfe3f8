"""A DOI without the address that resolves it."""

import re
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftField

_DOI = re.compile(
    r"([{\"])\s*+(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*+)(10\.\d{4,9}/[^\s%{}\"]++)\s*+[}\"]",
    re.IGNORECASE,
)


def bare_doi(field: DraftField) -> DraftField:
    """``https://doi.org/10.1000/x`` as ``10.1000/x`` in the field ``doi``.

    One with percent signs stays, since they may be escapes of the address.
    """
    match = _DOI.fullmatch(field.value) if field.name.lower() == "doi" else None
    if match is None:
        return field
    closing = "}" if match[1] == "{" else '"'
    return replace(field, value=f"{match[1]}{match[2]}{closing}")
