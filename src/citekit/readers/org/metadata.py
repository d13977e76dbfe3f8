"""What an Org document says of itself in keywords: title, authors, date.

Source: the manual of Org, "Export settings".
"""

import re
from collections.abc import Iterator

from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.org.inline import OrgNotes, scan_org
from citekit.readers.page_metadata import build_metadata
from citekit.readers.source_paragraph import SourceParagraph

_KEYWORD = re.compile(
    r"^[ \t]*\#\+(title|subtitle|author|date|language):[ \t]*(\S[^\r\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
_KINDS = {
    "title": Declares.TITLE,
    "author": Declares.AUTHOR,
    "date": Declares.ISSUED,
    "language": Declares.LANGUAGE,
}
_DATE = re.compile(r"[<\[]?(\d{4}-\d\d-\d\d)\b[^<>\[\]]{0,40}[>\]]?\Z")
_RANK = 10
_LONGEST_HEAD = 20_000


def read_org_metadata(text: str, path: str) -> Reference:
    """The document as its keywords describe it, an empty reference where they do not.

    A title in several keywords is one, and its subtitle a part of it.
    """
    return build_metadata(path, _declared(text))


def _declared(text: str) -> Iterator[Declared]:
    titles: list[re.Match[str]] = []
    found = False
    for match in _KEYWORD.finditer(text, 0, _LONGEST_HEAD):
        found = True
        name = match[1].lower()
        if name.endswith("title"):
            titles.append(match)
            continue
        value = _plain(text, match)
        date = _DATE.match(value) if name == "date" else None
        yield Declared(_KINDS[name], date[1] if date else value, _span(match), _RANK)
    if titles:
        mains = [_plain(text, m) for m in titles if m[1].lower() == "title"]
        subs = [_plain(text, m) for m in titles if m[1].lower() != "title"]
        whole = ": ".join(filter(None, (" ".join(mains), " ".join(subs))))
        span = Span(titles[0].start(2), _span(titles[-1]).end)
        yield Declared(Declares.TITLE, whole, span, _RANK)
    if found:
        yield Declared(Declares.TYPE, "document", Span(0, 0), _RANK)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(2), match.start(2) + len(match[2].rstrip()))


def _plain(text: str, match: re.Match[str]) -> str:
    paragraph = SourceParagraph(text)
    scan_org(paragraph, *match.span(2), OrgNotes(frozenset()))
    return paragraph.build().text
