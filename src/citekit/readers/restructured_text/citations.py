"""The citations of sphinxcontrib-bibtex, and what a role of it holds.

Source: the manual of sphinxcontrib-bibtex, "Roles and Directives".
"""

import re

from citekit.model.live_citation import LiveCite
from citekit.readers.key_cites import key_cite

CITE_ROLE = re.compile(r"(?:foot)?cite[a-z]{0,20}(?::[a-z]{1,20})?\Z")
"""The names of roles that cite."""
_PART = re.compile(
    r"(?:\{(?P<before>[^{}]*+)\})?\s*+(?P<key>[^\s,{}]++)\s*+(?:\{(?P<after>[^{}]*+)\})?"
)


def role_cites(content: str) -> tuple[LiveCite, ...]:
    """The cites in the text of a role: ``{see}knuth{p. 3},lamport``."""
    return tuple(
        key_cite(match["key"], match["before"] or "", match["after"] or "")
        for match in _PART.finditer(content)
    )
