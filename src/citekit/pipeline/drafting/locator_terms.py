"""The words that announce a locator in a language."""

from collections.abc import Iterator, Mapping

from citekit.csl.locale import Locale
from citekit.drafts.locators import LABELS, terms_of

# The labels of CSL 1.0.2, "Locators"; of two with one word the first has it.
_LABELS = ("page", *LABELS)
_SPELLINGS = {"sub-verbo": ("sub-verbo", "sub verbo"), "issue": ("issue", "number")}
_FORMS = ("long", "short", "symbol")


def locator_terms(locale: Locale) -> Mapping[str, str]:
    """The words for locators in ``locale``, folded, each with its label; English ones besides."""
    return terms_of(_words(locale))


def _words(locale: Locale) -> Iterator[tuple[str, str]]:
    for label in _LABELS:
        for name in _SPELLINGS.get(label, (label,)):
            for form in _FORMS:
                term = locale.terms.get((name, form, ""))
                if term is not None:
                    yield term.single, label
                    yield term.multiple, label
