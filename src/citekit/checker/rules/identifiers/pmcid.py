"""A `pmcid` that has not the form of a PMCID.

A PMCID is a number after the letters PMC, by which PubMed Central knows the text. Anything else
leads nowhere.

    pmcid = {PM2231364}

Write it so: `pmcid = {PMC2231364}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a PMCID",
    "PMC2231364",
    r"(?:PMCID:?\s*)?(?:PMC)?[1-9]\d{1,9}(?:\.\d{1,2})?",
    "pmcid",
    "pmc",
)


RULE = Rule(
    "IDN032",
    "malformed-pmcid",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
