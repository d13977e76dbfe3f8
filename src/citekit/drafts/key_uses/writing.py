"""Another key in the place of one that is cited."""

import json
import re
from collections.abc import Mapping

from citekit.drafts.citation_key import key_at
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.model.edits import Edit

# What a key may consist of where no quoting helps.
_FITTING: Mapping[KeyNotation, re.Pattern[str]] = {
    KeyNotation.LATEX: re.compile(r"[^\s,{}%#\\~^$&\[\]]+"),
    KeyNotation.PANDOC_BRACED: re.compile(r"(?:[^{}\s]|\{[^{}\s]*\})+"),
    KeyNotation.MYST: re.compile(r"[^\s,{}`]+"),
    KeyNotation.ATTRIBUTE: re.compile(r"[^\s,;<>\"'&]+"),
    KeyNotation.TYPST_REFERENCE: re.compile(r"\w(?:[\w:.-]*[\w-])?"),
    KeyNotation.TYPST_LABEL: re.compile(r"\w[\w:.-]*"),
    KeyNotation.TYPST_STRING: re.compile(r"[^\"\\\r\n]+"),
    KeyNotation.RST: re.compile(r"[^\s,{}`]+"),
    KeyNotation.ORG_CITE: re.compile(r"[-.:?!`'/*@+|(){}<>&^$#%~\w]+"),
    KeyNotation.ORG_REF: re.compile(r"\w(?:[\w:./+*-]*\w)?"),
    KeyNotation.ASCIIDOC: re.compile(r"[^\s,()\[\]<>]+"),
    KeyNotation.BIBTEX: re.compile(r"[^\s,{}\"#%'()=\\]+"),
    KeyNotation.YAML: re.compile(r"[^\W\d][\w:./+-]*(?<!:)"),
}


def write_key(use: KeyUse, new_key: str) -> Edit | None:
    """The edit that makes ``use`` cite ``new_key``; ``None`` where its notation cannot.

    In pandoc's a key that is not plain goes into braces, ``@{10.1/x;y}``. In a reference of
    Typst it becomes ``#cite(label("…"))``, if it is without a supplement. In a notebook it is
    escaped as JSON asks. Files that programs write (``.aux``, ``.bcf``) are not to be edited.

    Example:
        >>> from citekit.model.spans import Span
        >>> use = KeyUse("a", Span(1, 2), Span(0, 2), "@", notation=KeyNotation.PANDOC)
        >>> write_key(use, "voss05"), write_key(use, "a(1)").text
        (Edit(start=1, end=2, text='voss05'), '{a(1)}')
    """
    shown, span = new_key, use.span
    if use.notation is KeyNotation.PANDOC and not _is_plain(new_key):
        if not _FITTING[KeyNotation.PANDOC_BRACED].fullmatch(new_key):
            return None
        shown = f"{{{new_key}}}"
    elif use.notation is KeyNotation.TYPST_REFERENCE and not _fits(use, new_key):
        if not _FITTING[KeyNotation.TYPST_STRING].fullmatch(new_key) or use.group.end > span.end:
            return None
        shown, span = f'#cite(label("{new_key}"))', use.group
    elif use.notation is not KeyNotation.PANDOC and not _fits(use, new_key):
        return None
    if use.is_in_json:
        shown = json.dumps(shown, ensure_ascii=False)[1:-1]
    return Edit(span.start, span.end, shown)


def _is_plain(key: str) -> bool:
    mark = key_at(f"@{key}", 0)
    return mark is not None and mark.key == key and mark.end == len(key) + 1


def _fits(use: KeyUse, key: str) -> bool:
    fitting = _FITTING.get(use.notation)
    return fitting is not None and fitting.fullmatch(key) is not None
