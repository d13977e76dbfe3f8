"""Where a Markdown draft wants its lists of works."""

import re
from collections.abc import Mapping, Sequence

from citekit.drafts.draft import BibliographyPlace
from citekit.drafts.markdown_blocks import DivMark
from citekit.model.spans import Span

_MAIN = "refs"
_NAMED = re.compile(r"refs[-_](.+)")
_CLASSES = frozenset({"bibliography", "refs"})
FILTERS = ("type", "not-type", "keyword", "not-keyword", "section")
"""The attributes of a place that choose among the works."""
_ATTRIBUTE = re.compile(
    r"""\#(?P<id>[^\s{}"'=]+)|\.(?P<class>[^\s{}"'=]+)
        |(?P<name>[\w:-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s{}"'>]+))
        |(?P<word>[^\s{}"'=>]+)""",
    re.VERBOSE,
)
_HTML_DIV = re.compile(r"<div\b(?P<attributes>[^<>]*)>|</div\s*>", re.IGNORECASE)


def find_places(
    source: str, masked: str, divs: Sequence[DivMark], newline: str
) -> tuple[BibliographyPlace, ...]:
    """The places for lists of works, in order.

    They are divs with the id ``refs`` or ``refs-NAME``, or with the class ``bibliography``,
    fenced or in HTML. What a div holds already stays before the list. ``masked`` is ``source``
    with blanks for code.
    """
    places = [*_fenced(source, divs, newline), *_html(masked, newline)]
    return tuple(sorted(places, key=lambda place: place.span))


def _fenced(source: str, divs: Sequence[DivMark], newline: str) -> list[BibliographyPlace]:
    places: list[BibliographyPlace] = []
    open_divs: list[DivMark] = []
    for div in divs:
        if div.attributes:
            open_divs.append(div)
        elif open_divs:
            opening = open_divs.pop()
            inside = Span(opening.span.end, div.span.start)
            is_empty = not source[inside.start : inside.end].strip("> \t\r\n")
            place = _place(
                _attributes(opening.attributes),
                inside if is_empty else Span(inside.end, inside.end),
                lead=div.lead,
                before="" if is_empty else f"{div.lead.rstrip()}{newline}",
                after=newline,
            )
            places += [place] if place else []
    return places


def _html(masked: str, newline: str) -> list[BibliographyPlace]:
    places: list[BibliographyPlace] = []
    open_divs: list[re.Match[str]] = []
    for match in _HTML_DIV.finditer(masked):
        if match["attributes"] is not None:
            open_divs.append(match)
        elif open_divs:
            opening = open_divs.pop()
            inside = Span(opening.end(), match.start())
            is_empty = not masked[inside.start : inside.end].strip()
            place = _place(
                _attributes(opening["attributes"]),
                inside if is_empty else Span(inside.end, inside.end),
                lead="",
                before=newline * 2,
                after=newline * 2,
            )
            places += [place] if place else []
    return places


def _place(
    attributes: Mapping[str, str], span: Span, *, lead: str, before: str, after: str
) -> BibliographyPlace | None:
    identifier = attributes.get("id", "")
    named = _NAMED.fullmatch(identifier)
    classes = frozenset(attributes.get("class", "").split())
    if identifier != _MAIN and not named and not classes & _CLASSES:
        return None
    filters = {name: attributes[name] for name in FILTERS if attributes.get(name)}
    name = named[1] if named else ("" if identifier == _MAIN else identifier)
    return BibliographyPlace(span, before, after, lead, name, filters)


def _attributes(text: str) -> Mapping[str, str]:
    """Attributes of a div by name; a bare word, as in ``::: refs``, is a class."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text.strip().removeprefix("{").removesuffix("}")):
        if match["id"]:
            found["id"] = match["id"]
        elif match["name"]:
            value = match["double"] or match["single"] or match["bare"] or ""
            found[match["name"].lower()] = value
        elif shown := match["class"] or match["word"]:
            found["class"] = f"{found.get('class', '')} {shown}".strip()
    return found
