"""Languages by the names that babel and BibLaTeX know."""

import re
from collections.abc import Mapping
from functools import cache

from citekit.formats.bib_table import table_of

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?", re.ASCII)


@cache
def _tags() -> Mapping[str, str]:
    return {name: tag for tag, names in table_of("languages").items() for name in names.split()}


def babel_name(language: str) -> str:
    """Babel's name for the language of a BCP 47 tag, empty if it knows none.

    A region that has no name of its own is passed over.

    Source: BibLaTeX manual, section 2.2.3 (langid) and table 2.
    """
    names = table_of("languages")
    tag = _TAG.fullmatch(language.strip())
    if tag is None:
        return language.strip() if language.strip() in _tags() else ""
    primary, region = tag[1].lower(), (tag[2] or "").upper()
    found = names.get(f"{primary}-{region}") or names.get(primary, "")
    return found.split()[0] if found else ""


def language_tag(name: str) -> str:
    """The BCP 47 tag for a name of babel; what is no such name is given back as it is."""
    stripped = name.strip()
    return _tags().get(stripped.lower(), stripped)
