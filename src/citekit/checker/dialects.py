"""Whether a ``.bib`` file is written for BibTeX or for BibLaTeX."""

import re

from citekit.formats.bib_syntax.nodes import CommentNode
from citekit.formats.bib_syntax.source import BibSource
from citekit.text.data import load_words

BIBTEX, BIBLATEX = "bibtex", "biblatex"
_DECLARED = re.compile(r"jabref-meta:\s*databaseType:\s*(bibtex|biblatex)\s*;", re.IGNORECASE)


def dialect_of(source: BibSource) -> str:
    """``"biblatex"`` if the file says so (as JabRef's do) or uses what only BibLaTeX has.

    One field or type of BibLaTeX's own is not enough where the names of BibTeX prevail: people
    paste single entries from elsewhere.
    """
    for block in source.blocks:
        if isinstance(block, CommentNode):
            declared = _DECLARED.search(source.text, block.start, block.end)
            if declared:
                return declared[1].lower()
    modern_fields = frozenset(load_words("citekit.checker", "dialects", "biblatex-fields"))
    modern_types = frozenset(load_words("citekit.checker", "dialects", "biblatex-types"))
    old_fields = frozenset(load_words("citekit.checker", "dialects", "bibtex-fields"))
    modern = old = 0
    for entry in source.entries():
        names = {field.name.lower() for field in entry.fields}
        modern += bool(names & modern_fields) or entry.type.lower() in modern_types
        old += bool(names & old_fields)
    return BIBLATEX if modern > old else BIBTEX
