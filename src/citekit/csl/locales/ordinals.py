"""Ordinal terms: a set that is replaced as a whole, and the scheme of CSL 1.0.

Source: CSL 1.0.2, "Ordinal Suffixes".
"""

from collections.abc import Iterable
from dataclasses import replace

from citekit.csl.locale_nodes import Term

TermKey = tuple[str, str, str]
"""Name, form, gender-form."""

_OF_CSL_1_0 = ("ordinal-01", "ordinal-02", "ordinal-03", "ordinal-04")
_TEENS = ("ordinal-11", "ordinal-12", "ordinal-13")


def suffix_keys(keys: Iterable[TermKey]) -> list[TermKey]:
    """Those of ``keys`` that belong to ``ordinal`` and ``ordinal-00`` to ``ordinal-99``."""
    return [key for key in keys if key[0].startswith("ordinal")]


def complete_ordinals(terms: dict[TermKey, Term]) -> None:
    """Bring ordinals of every age into the form of CSL 1.0.1, in place.

    The four terms of CSL 1.0 become the default and what departs from it. A number without a
    gender takes the feminine form, else the masculine, of the default suffix and of words, where
    there is no neuter one: the specification is silent on it, citeproc-js does so.
    """
    names = {key[0] for key in suffix_keys(terms)}
    if "ordinal" not in names and names.issuperset(_OF_CSL_1_0):
        _modernise(terms)
    gendered = [key for key in terms if key[2] and _has_default(key[0])]
    for gender in ("feminine", "masculine"):
        for name, form, gender_form in gendered:
            if gender_form == gender:
                terms.setdefault((name, form, ""), terms[name, form, gender_form])


def _has_default(name: str) -> bool:
    return name == "ordinal" or name.startswith("long-ordinal")


def _modernise(terms: dict[TermKey, Term]) -> None:
    """``ordinal-04`` was for all numbers but those that end in 1, 2, 3 and not in 11, 12, 13."""
    for key in suffix_keys(terms):
        term = terms.pop(key)
        if key[0] == "ordinal-04":
            plain = replace(term, match="")
            for name in ("ordinal", *_TEENS):
                terms[name, *key[1:]] = plain
        elif key[0] in _OF_CSL_1_0:
            terms[key] = term
