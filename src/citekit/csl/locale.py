"""A locale ready for use: terms with their fallbacks, date formats, options."""

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.csl.locale_nodes import Term
from citekit.csl.nodes import Date

_FORM_FALLBACKS: Mapping[str, tuple[str, ...]] = {
    "long": ("long",),
    "short": ("short", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
}
"""CSL 1.0.2, "Terms": which form stands in for one that is missing."""


@dataclass(frozen=True, slots=True)
class Locale:
    """What a style and the locale files together say for one language.

    ``terms`` maps (name, form, gender-form) to a term; ``dates`` has ``text`` and ``numeric``.
    ``lang`` is the tag of the language, ``de-AT``.
    """

    lang: str
    terms: Mapping[tuple[str, str, str], Term]
    dates: Mapping[str, Date]
    options: Mapping[str, str]

    @property
    def has_punctuation_in_quote(self) -> bool:
        """Whether a comma or full stop moves inside a closing quotation mark."""
        return self.options.get("punctuation-in-quote") == "true"

    @property
    def limits_day_ordinals(self) -> bool:
        """Whether only the first day of a month is written as an ordinal."""
        return self.options.get("limit-day-ordinals-to-day-1") == "true"

    def find_term(self, name: str, form: str = "", gender: str = "") -> Term | None:
        """The term in ``form``, or in the form that stands in for it; ``None`` if there is none.

        A term that is defined as empty is found: its text is empty.
        """
        for candidate in _FORM_FALLBACKS.get(form or "long", ("long",)):
            if gender and (found := self.terms.get((name, candidate, gender))):
                return found
            if found := self.terms.get((name, candidate, "")):
                return found
        return None

    def term(self, name: str, form: str = "", *, is_plural: bool = False, gender: str = "") -> str:
        """The text of a term, empty where there is none."""
        found = self.find_term(name, form, gender)
        if found is None:
            return ""
        return found.multiple if is_plural else found.single
