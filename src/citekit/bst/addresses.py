"""Where a work is found on the web: its identifiers and its address."""

import re
from collections.abc import Iterator

from citekit.bst.rich import Rich, clean, joined, linked, text_of
from citekit.bst.values import date_of, number_of
from citekit.model.reference import Reference
from citekit.model.variables import DateVariable, NumberVariable, TextVariable

ARXIV = re.compile(r"arXiv:\s?(\S{1,60})(?: \[\S{1,40}\])?", re.IGNORECASE)
"""A number that arXiv gave, with the class of the paper."""

_LINKABLE = ("http://", "https://", "ftp://")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def addresses_of(reference: Reference) -> Rich:
    """The identifiers and the address, the full stop not right after one, to be copied with it."""
    text = joined(_addresses(reference))
    return text_of(text, ".") if str(text).endswith(")") else text


def _addresses(reference: Reference) -> Iterator[Rich]:
    """Identifiers first; an address that only repeats the DOI is left out."""
    doi = _RESOLVER.sub("", clean(reference.text(TextVariable.DOI)), count=1)
    url = clean(reference.text(TextVariable.URL))
    accessed = date_of(reference, DateVariable.ACCESSED)
    visited = f"visited on {accessed}" if accessed else ""
    repeats = bool(doi) and _RESOLVER.sub("", url, count=1).lower() == doi.lower()
    arxiv = ARXIV.fullmatch(number_of(reference, NumberVariable.NUMBER))
    if arxiv:
        yield linked(f"https://arxiv.org/abs/{arxiv[1]}", f"arXiv:{arxiv[1]}")
    if doi:
        yield linked(f"https://doi.org/{doi}", f"doi:{doi}")
    if url and not repeats:
        address = linked(url, url) if url.lower().startswith(_LINKABLE) else text_of(url)
        yield text_of("URL: ", address, f" ({visited})" if visited else "")
    elif visited:
        yield text_of(visited)
