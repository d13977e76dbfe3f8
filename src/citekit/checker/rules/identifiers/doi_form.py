"""A `doi` that is no DOI.

A DOI begins with `10.`, a number of four digits or more, and a slash. What has another form cannot
be resolved, and the link in the printed list is dead.

    doi = {11.1093/comjnl}

Copy the DOI from the first page of the work, or from its page at the publisher. An address that is
no DOI belongs into `url`, which is what the fix makes of it.

It is wrong in no case we know of. Addresses and letters before a DOI, marks after it and escapes
in it have rules of their own.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import SYNTAX, bare_doi
from citekit.model.diagnostic import Severity

_ADDRESS = re.compile(r"\s*https?://\S+\s*")
_SEVERAL = re.compile(
    r"10\.\d{4,9}/\S{0,300}?[\s,;]{1,9}(?:https?://\S{0,60}?|doi:\s?)?10\.\d{4,9}/"
)
_LONGEST = 1000
# Source: shortdoi.org.
_SHORT = re.compile(r"\s*10/[a-z0-9]{2,12}\s*")
_BLANKS = re.compile(r"\s+|\\(?=[_#%&])|[{}]")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if not value.strip() or _SHORT.fullmatch(value):
        return
    if _SEVERAL.search(value[:_LONGEST]):
        yield field.problem(
            f"'{value.strip()}' has more than one DOI", hint="Leave one, that of this work."
        )
    elif not SYNTAX.fullmatch(value) and not bare_doi(_BLANKS.sub("", value)):
        fix, hint = None, "Write the DOI, which begins with '10.', or leave the field out."
        if _ADDRESS.fullmatch(value) and field.entry.get("url") is None:
            fix, hint = field.renaming("url"), "Call the field 'url'."
        yield field.problem(f"'{value.strip()}' is no DOI", hint=hint, fix=fix)


RULE = Rule(
    "IDN001",
    "malformed-doi",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, frozenset({"doi"})),
    fixability=Fixability.SAFE,
)
