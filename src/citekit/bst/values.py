"""The values of a reference as rich text or as words."""

from citekit.bst.date_words import date_in_words
from citekit.bst.rich import Rich, clean, from_csl, tagged
from citekit.model.reference import Reference
from citekit.model.variables import DateVariable, NumberVariable, TextVariable


def rich_text(reference: Reference, variable: TextVariable) -> Rich:
    """The text of ``variable`` with its markup; empty where it has none."""
    return from_csl(reference.text(variable))


def emphasised(reference: Reference, variable: TextVariable) -> Rich:
    """The text of ``variable``, emphasised as a whole."""
    return tagged("em", rich_text(reference, variable))


def number_of(reference: Reference, variable: NumberVariable) -> str:
    """The number of ``variable`` on one line."""
    return clean(reference.number(variable))


def date_of(reference: Reference, *variables: DateVariable) -> str:
    """The first of these dates that the reference has, in words."""
    for variable in variables:
        if variable in reference.dates:
            return clean(date_in_words(reference.dates[variable]))
    return ""
