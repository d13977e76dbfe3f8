"""Languages by the three letters of ISO 639-2, as libraries write them."""

from collections.abc import Mapping
from functools import cache

from citekit.text.data import load_table


@cache
def _codes() -> Mapping[str, str]:
    table = load_table("citekit.formats", "iso_languages")["codes"]
    return table if isinstance(table, dict) else {}


@cache
def _tags() -> Mapping[str, str]:
    table = load_table("citekit.formats", "iso_languages")
    terminology = table["terminology"]
    found = {code: tag for tag, code in _codes().items()}
    if isinstance(terminology, dict):
        found.update({code: tag for tag, code in terminology.items()})
    return found


def iso_code(language: str) -> str:
    """The bibliographic code of a BCP 47 tag, empty where there is none; the region is left out.

    Source: ISO 639-2, bibliographic codes, which MARC and MEDLINE take.
    """
    return _codes().get(language.partition("-")[0].lower(), "")


def tag_of_code(code: str) -> str:
    """The BCP 47 tag of a code of ISO 639-2, of either set; another text as it is."""
    return _tags().get(code.strip().lower(), code.strip())
