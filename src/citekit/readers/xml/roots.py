"""Telling JATS and TEI by how they open."""

import re

_OPENING = re.compile(
    r"(?:\ufeff?\s++|<\?.{0,1000}?\?>|<!--.{0,20000}?-->|<!DOCTYPE[^>\[]{0,1000}(?:\[.{0,20000}?\]\s*)?>)*+"
    r"<(?:[\w.-]{1,20}:)?(?P<root>[A-Za-z][\w.-]*)(?P<attributes>[^>]{0,4000})",
    re.DOTALL,
)
_TEI = frozenset({"TEI", "teiCorpus", "TEI.2"})
_JATS_ATTRIBUTE = re.compile(r"\b(?:article-type|dtd-version)\s*=")
_JATS_DOCTYPE = re.compile(r"JATS|NLM|Journal|-//NPG|archivearticle", re.IGNORECASE)
_FRONT = re.compile(r"<front>|<article-meta>|<journal-meta>|<front\s")
_HEAD = 100_000


def is_jats(head: str) -> bool:
    """Whether ``head`` is the beginning of a JATS article, or of a set of them."""
    match = _OPENING.match(head)
    if match is None or match["root"] not in {"article", "pmc-articleset"}:
        return False
    if _JATS_ATTRIBUTE.search(match["attributes"]) or _FRONT.search(head, match.end(), _HEAD):
        return True
    opening = head[: match.start("root")]
    return "<!DOCTYPE" in opening and bool(_JATS_DOCTYPE.search(opening))


def is_tei(head: str) -> bool:
    """Whether ``head`` is the beginning of a TEI document."""
    match = _OPENING.match(head)
    return match is not None and match["root"] in _TEI
