"""A `pmid` that has not the form of a PMID.

A PMID is a number of up to nine digits, by which PubMed knows the work. Anything else leads
nowhere.

    pmid = {PMC2169476x}

Write it so: `pmid = {2169476}`.

It is wrong in no case we know of.
"""

from citekit.checker.rule import Rule
from citekit.checker.rules.identifiers.identifier_form import form_check
from citekit.model.diagnostic import Severity

_SCOPE = form_check(
    "a PMID",
    "2169476",
    r"(?:PMID:?\s*)?[1-9]\d{0,8}",
    "pmid",
    archive="pubmed",
)


RULE = Rule(
    "IDN021",
    "malformed-pmid",
    __doc__,
    Severity.WARNING,
    _SCOPE,
)
