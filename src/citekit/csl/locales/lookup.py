"""The locale of a style in a language, merged from all that speak of it."""

from dataclasses import replace
from functools import lru_cache

from citekit.csl.locale import Locale
from citekit.csl.locale_nodes import LocaleNode, Term
from citekit.csl.locales.files import ENGLISH, file_tags, full_tag, locale_file
from citekit.csl.locales.ordinals import TermKey, complete_ordinals, suffix_keys
from citekit.csl.locales.tags import language_of, normal_tag
from citekit.csl.nodes import Date
from citekit.csl.style_nodes import Style


def locale_for(style: Style | None, lang: str = "") -> Locale:
    """The locale for ``lang``, by default that of ``style``, else ``en-US``.

    What the style itself defines goes before the locale files; either goes from the dialect to
    the language and on to what holds for all, term by term (CSL 1.0.2, "Locale Fallback"). A
    language that no file knows gets the English terms.

    Raises:
        StyleError: the locale files are not installed.
    """
    default = style.options.get("default-locale", "") if style else ""
    tag = full_tag(normal_tag(lang) or normal_tag(default) or ENGLISH)
    own = _own_locales(style, tag) if style else ()
    if not own:
        return _of_files(tag)
    merged = _Merger(_layers(tag))
    for node in own:
        merged.add(node)
    return merged.locale(tag)


def has_locale(style: Style, lang: str) -> bool:
    """Whether ``style`` or a locale file speaks the language of ``lang``, in any dialect."""
    tag = full_tag(normal_tag(lang))
    language = language_of(tag)
    own = {language_of(normal_tag(node.lang)) for node in style.locales}
    return bool(language) and language in {*own, language_of(file_tags(tag)[0])}


def _own_locales(style: Style, tag: str) -> tuple[LocaleNode, ...]:
    """The locales in the style that speak of ``tag``, those that go before others last."""
    found: list[LocaleNode] = []
    for wanted in dict.fromkeys(["", language_of(tag), tag]):
        found += (node for node in style.locales if _speaks(node, wanted))
    return tuple(found)


def _speaks(node: LocaleNode, tag: str) -> bool:
    return normal_tag(node.lang) == tag and (bool(tag) or not node.lang)


def _layers(tag: str) -> tuple[LocaleNode, ...]:
    return tuple(locale_file(name) for name in reversed(file_tags(tag)))


@lru_cache(maxsize=64)
def _of_files(tag: str) -> Locale:
    return _Merger(_layers(tag)).locale(tag)


class _Merger:
    """Locales laid one over the other, the first at the bottom."""

    def __init__(self, nodes: tuple[LocaleNode, ...]) -> None:
        self.terms: dict[TermKey, Term] = {}
        self.dates: dict[str, Date] = {}
        self.options: dict[str, str] = {}
        language = ""
        for node in nodes:
            if language_of(node.lang) != language:
                language = language_of(node.lang)
                self._forget(node)
            self.add(node)

    def _forget(self, node: LocaleNode) -> None:
        """Drop the terms that ``node`` has in its language.

        A form that it lacks is one of its own forms, not one of the language below.
        """
        names = {name for name, _, _ in node.terms}
        self.terms = {key: term for key, term in self.terms.items() if key[0] not in names}

    def add(self, node: LocaleNode) -> None:
        if suffix_keys(node.terms):
            for key in suffix_keys(self.terms):
                del self.terms[key]
        for key, term in node.terms.items():
            below = self.terms.get(key)
            # A word that is put otherwise keeps its gender.
            is_bare = below is not None and below.gender and not term.gender
            self.terms[key] = replace(term, gender=below.gender) if below and is_bare else term
        self.dates |= node.dates
        self.options |= node.options

    def locale(self, tag: str) -> Locale:
        complete_ordinals(self.terms)
        return Locale(tag, self.terms, self.dates, self.options)
