"""The names of styles, however they are written."""

import re
from urllib.parse import unquote, urlsplit

from citekit.csl.styles.folders import SUFFIX

_NAME = re.compile(r"\w[\w.+-]{,199}")  # the longest official one has 138 letters


def style_name(written: str) -> str:
    """The name that a style is looked for by; empty where it can be none.

    Example:
        >>> style_name("Nature Physics"), style_name("http://www.zotero.org/styles/apa")
        ('nature-physics', 'apa')
    """
    name = written.strip()
    if "://" in name:
        name = unquote(urlsplit(name).path).rstrip("/").rpartition("/")[2]
    name = "-".join(name.lower().replace("_", " ").split())
    name = name.removesuffix(SUFFIX)
    return name if _NAME.fullmatch(name) else ""
