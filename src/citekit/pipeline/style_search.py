"""Styles searched for, each with a line of what it prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from citekit.csl.style_nodes import StyleInfo
from citekit.csl.styles import FIELDS, KINDS, find_style, near_styles, search_styles
from citekit.errors import ConfigError, StyleError

_SAMPLE = {
    "id": "sample",
    "type": "article-journal",
    "title": "How rivers remember",
    "author": [{"family": "Okafor", "given": "Ada Maria"}, {"family": "Lind", "given": "Jonas"}],
    "container-title": "Journal of Slow Water",
    "container-title-short": "J. Slow Water",
    "volume": "12",
    "issue": "3",
    "page": "45-67",
    "issued": {"date-parts": [[2019, 5]]},
    "DOI": "10.5555/jsw.2019.0345",
    "ISSN": "5555-5550",
    "language": "en",
}


@dataclass(frozen=True, slots=True)
class FoundStyles:
    """The styles that a search found, the best first; ``near`` names some if there are none."""

    styles: tuple[StyleInfo, ...]
    near: tuple[str, ...] = ()


def find_styles(query: str, *, kind: str = "", field: str = "") -> FoundStyles:
    """The styles with the words of ``query``, of the kind and for the field given.

    Raises:
        ConfigError: there is no such kind or field.
    """
    _check("kind", kind, KINDS)
    field = _check("field", "_".join(field.lower().split()), FIELDS)
    found = search_styles(query, kind=kind, field=field)
    return FoundStyles(found, () if found else near_styles(query))


def _check(what: str, value: str, known: Sequence[str]) -> str:
    if value and value not in known:
        near = get_close_matches(value, known, n=3)
        advice = f"did you mean {' or '.join(near)}?" if near else f"choose of {', '.join(known)}"
        raise ConfigError(f"unknown {what} '{value}'; {advice}")
    return value


def sample_of(name: str) -> str:
    """A made-up article as the style ``name`` prints it on one line, as plain text.

    It is the entry of the bibliography, or the citation where the style is for notes or has no
    bibliography. Empty where the style cannot be used.
    """
    from citekit.csl.citation import Citation, Cite  # noqa: PLC0415  # heavy
    from citekit.csl.items import read_item  # noqa: PLC0415  # heavy
    from citekit.csl.markup import WRITERS  # noqa: PLC0415  # heavy
    from citekit.csl.processor import Processor  # noqa: PLC0415  # heavy

    try:
        style = find_style(name)
    except StyleError:
        return ""
    item, writer = read_item(_SAMPLE), WRITERS["text"]
    processor = Processor(style, [item])
    text = ""
    if style.class_ != "note":
        text = " ".join(entry.text for entry in processor.bibliography(writer).entries)
    if not text:
        citation = Citation((Cite(item.id),), note_number=1)
        text = processor.cite([citation], writer)[0].text
    return " ".join(text.split())
