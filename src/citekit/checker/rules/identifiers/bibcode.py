"""A `bibcode` that has not the form of a bibcode.

A bibcode of the Astrophysics Data System has 19 signs, the year first and the letter of an author
last. Anything else leads nowhere.

    bibcode = {1974AJ.79.819H}

Write it so: `bibcode = {1974AJ.....79..819H}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a bibcode",
    "1974AJ.....79..819H",
    r"\d{4}[A-Za-z&.][\w&.]{13}[A-Z.:]",
    "bibcode",
    "adsbibcode",
)


RULE = Rule(
    "IDN036",
    "malformed-bibcode",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
