"""Identifiers of a work in the form in which they are compared."""

import re

from citekit.model.reference import Reference
from citekit.model.variables import TextVariable

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\d?\.)?", re.IGNORECASE)
_ISSN_OR_ISBN = re.compile(r"[^0-9xX]")
_ISBN_LENGTHS = (10, 13)
_NONE: frozenset[str] = frozenset()


def address(url: str) -> str:
    """The URL without scheme, ``www.``, fragment and final slash, the host in small letters.

    Example:
        >>> address("HTTP://www.Example.org/A/#top")
        'example.org/A'
    """
    if not url:
        return ""
    bare = _SCHEME.sub("", url.strip()).partition("#")[0].rstrip("/.,;")
    host, slash, path = bare.partition("/")
    return host.lower() + slash + path


def is_specific(normal: str) -> bool:
    """Whether an address in normal form leads to a page of its own, not to a whole site."""
    _, _, path = normal.partition("/")
    return any(c.isalnum() for c in path) and path.lower() not in {"index.html", "index.htm"}


def serial(reference: Reference) -> frozenset[str]:
    """The database numbers of the work, each with its kind: PMID, PMCID, and the ISBNs."""
    found = {
        f"{variable}:{value.strip().lower()}"
        for variable in (TextVariable.PMID, TextVariable.PMCID)
        if (value := reference.text(variable))
    }
    for word in reference.text(TextVariable.ISBN).split():
        digits = _ISSN_OR_ISBN.sub("", word).upper()
        if len(digits) in _ISBN_LENGTHS:
            found.add(f"ISBN:{digits[3:12] if len(digits) == _ISBN_LENGTHS[1] else digits[:9]}")
    return frozenset(found) or _NONE
