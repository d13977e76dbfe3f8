"""Citations of Zotero and Mendeley: the JSON object they keep with every citation.

Source: CSL's citation schema, csl-citation.json, version 1.0.
"""

import json
import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator, Mapping

from citekit.model.live_citation import LiveCite

# How Better BibTeX and users keep a key in the field for notes.
_KEY_IN_NOTE = re.compile(r"(?im)^\s*(?:citation key|bibtex)\s*[:=]\s*([^\s,;{}]+)")
# Braces and escapes that Mendeley kept from a .bib file; they are no part of the value.
_ESCAPED = re.compile(r"\\([&%$#_])")
_BRACED = re.compile(r"\{([^{}\\]*)\}")
_LONGEST = 20_000_000


def parse_json(text: str) -> Mapping[str, object] | None:
    """The first JSON object in ``text``, ``None`` where there is none."""
    start = text.find("{")
    if start < 0 or len(text) > _LONGEST:
        return None
    try:
        value, _ = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def parse_base64_json(text: str) -> Mapping[str, object] | None:
    """The JSON object that ``text`` holds in Base64, ``None`` where it holds none."""
    try:
        data = b64decode("".join(text.split()) + "==", validate=False)
        return parse_json(data.decode("utf-8"))
    except (Base64Error, ValueError):
        return None


def read_csl_citation(text: str) -> tuple[LiveCite, ...]:
    """The cites of ``{"citationItems": [{"itemData": …, "locator": …}]}``, those with data."""
    citation = parse_json(text)
    return cites_of(citation) if citation is not None else ()


def cites_of(citation: Mapping[str, object]) -> tuple[LiveCite, ...]:
    """The cites of a citation object, those with data."""
    items = citation.get("citationItems")
    return tuple(_cites(items)) if isinstance(items, list) else ()


def _cites(items: list[object]) -> Iterator[LiveCite]:
    for cited in items:
        if not isinstance(cited, dict):
            continue
        data = cited.get("itemData", cited.get("item"))
        if not isinstance(data, dict):
            continue
        locator = _string(cited.get("locator"))
        yield LiveCite(
            json.dumps(_cleaned(data), ensure_ascii=False),
            key=_key(data),
            locator=locator,
            label=(_string(cited.get("label")) or "page") if locator else "",
            prefix=_string(cited.get("prefix")),
            suffix=_string(cited.get("suffix")),
        )


def _cleaned(item: Mapping[str, object]) -> Mapping[str, object]:
    """``item`` without its number in the program, without what a ``.bib`` file left."""
    kept = {name: value for name, value in item.items() if name not in {"id", "citation-key"}}
    for name in ("title", "container-title", "publisher", "collection-title"):
        value = kept.get(name)
        if isinstance(value, str):
            kept[name] = _BRACED.sub(r"\1", _ESCAPED.sub(r"\1", value))
    return kept


def _key(item: Mapping[str, object]) -> str:
    for name in ("citation-key", "citationKey", "citekey"):
        key = _string(item.get(name))
        if key and not any(map(str.isspace, key)):
            return key
    match = _KEY_IN_NOTE.search(_string(item.get("note")))
    return match[1] if match else ""


def _string(value: object) -> str:
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""
