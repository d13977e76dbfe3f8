"""The locale files of the package citeproc-py, which is not imported for them."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from citekit.csl.locale_nodes import LocaleNode
from citekit.csl.locales.tags import language_of
from citekit.csl.reading import read_locale
from citekit.errors import StyleError

ENGLISH = "en-US"
"""The locale that stands in for all others."""

_STAND_INS = {"no": "nb-NO", "zh-Hant": "zh-TW", "zh-HK": "zh-TW", "zh-MO": "zh-TW"}


@cache
def _folder() -> Path:
    spec = find_spec("citeproc")
    for location in spec.submodule_search_locations or () if spec else ():
        folder = Path(location) / "data" / "locales"
        if folder.is_dir():
            return folder
    raise StyleError("the locale files are missing; install the package citeproc-py again")


@cache
def _files() -> Mapping[str, Path]:
    """The files by their tags."""
    names = sorted(_folder().glob("locales-*.xml"))
    return {path.stem.removeprefix("locales-"): path for path in names}


@cache
def _primary_dialects() -> Mapping[str, str]:
    """Languages with the dialect that stands for each (``primary-dialects`` of the files)."""
    found: dict[str, str] = {}
    for tag in _files():
        found.setdefault(language_of(tag), tag)
    path = _folder() / "locales.json"
    if path.is_file():
        dialects = json.loads(path.read_bytes()).get("primary-dialects", {})
        found |= {language: tag for language, tag in dialects.items() if tag in _files()}
    return found


def full_tag(tag: str) -> str:
    """``tag`` with a dialect: ``de-DE`` for ``de``; as it is where it has one or none is known."""
    if tag in _STAND_INS:
        return _STAND_INS[tag]
    return tag if "-" in tag else _primary_dialects().get(tag, tag)


def file_tags(tag: str) -> tuple[str, ...]:
    """The locale files for a language, the most specific first, ``en-US`` last.

    Source: CSL 1.0.2, "Locale Fallback".
    """
    language, *others = tag.split("-")
    # A dialect may be given with its script (zh-Hant-TW), or be that of a script (sr-Cyrl).
    wanted = [tag, f"{language}-{others[-1]}" if others else ""]
    wanted += [name for name in _files() if others and name.startswith(f"{tag}-")]
    wanted += [_STAND_INS.get("-".join([language, *others[:1]]), "")]
    wanted += [_primary_dialects().get(language, ""), ENGLISH]
    return tuple(name for name in dict.fromkeys(wanted) if name in _files())


@cache
def locale_file(tag: str) -> LocaleNode:
    """What the locale file of ``tag`` holds; it is one of ``file_tags``."""
    path = _files()[tag]
    return read_locale(path.read_bytes(), path.name)
