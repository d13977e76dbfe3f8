"""An `mrnumber` that has not the form of a number of Mathematical Reviews.

A number of Mathematical Reviews has four to eight digits, `MR` before them or not. Anything else
leads nowhere.

    mrnumber = {M12x}

Write it so: `mrnumber = {MR0012345}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a number of Mathematical Reviews",
    "MR0012345",
    r"(?:MR\s?)?\d{4,8}(?:\s*\([^()]{1,40}\))?|(?:MR\s?)?\d{1,3}\s?\\?#\s?\d{1,5}[a-z]?|(?:MR\s?)?\d{2,4}[a-m]:\d{5}",
    "mrnumber",
    "mr",
    archive="mr",
)


RULE = Rule(
    "IDN037",
    "malformed-mr-number",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
