"""DOIs in values: their form, and the addresses that resolve them."""

import re
from html import unescape
from urllib.parse import unquote

SYNTAX = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s\"]{1,500}")
"""A DOI; source: DOI Handbook, 2.2."""

ADDRESS = re.compile(
    r"\s*(?:https?:/{1,2})?(?:www\.)?(?:dx\.)?doi(?:\.org|-org\.[\w.-]{1,80}|\.acm\.org)/(?=10\.|\s*doi:)",
    re.IGNORECASE,
)
"""The address of a resolver before a DOI."""

PREFIX = re.compile(r"\s*(?:info:)?doi\s*[:=/]?\s*(?=10\.)", re.IGNORECASE)
"""The letters before a DOI."""

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#\d{1,5});")


def is_encoded(value: str) -> bool:
    """Whether ``value`` has signs as an address or HTML writes them."""
    return ("%" in value and bool(_PERCENT.search(value))) or (
        "&" in value and bool(_ENTITY.search(value))
    )


def decoded(value: str) -> str:
    """``value`` without the escapes of addresses and of HTML."""
    plain = unquote(value, errors="strict") if _PERCENT.search(value) else value
    return unescape(plain) if _ENTITY.search(plain) else plain


def bare_doi(value: str) -> str:
    """The DOI in ``value`` without address and prefix, in the case it has; empty if it is none."""
    match = ADDRESS.match(value)
    bare = value[match.end() :] if match else value
    match = PREFIX.match(bare)
    bare = (bare[match.end() :] if match else bare).strip()
    if is_encoded(bare):
        try:
            bare = decoded(bare)
        except UnicodeDecodeError:
            return ""
    return bare if SYNTAX.fullmatch(bare) else ""


def doi_of_address(value: str) -> str:
    """The DOI that the address ``value`` resolves, empty if it is no such address."""
    return bare_doi(value) if ADDRESS.match(value) else ""
