"""A `zblnumber` that has not the form of a number of zbMATH.

A number of zbMATH has four digits, a point and five digits. Anything else leads nowhere.

    zblnumber = {123.456}

Write it so: `zblnumber = {1234.56789}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a number of zbMATH",
    "1234.56789",
    r"(?:Zbl\s?)?\d{4}\.\d{5}|(?:JFM\s?)?\d{2}\.\d{4}\.\d{2}|(?:Zbl\s?)?\d{7,8}|ERAM\s?\d{3}\.\d{4}cj",
    "zblnumber",
    "zbl",
    archive="zbl",
)


RULE = Rule(
    "IDN038",
    "malformed-zbl-number",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
