"""A DOI in a note or in another field that is not `doi`, of an entry without `doi`.

There it is text: no style links it, and no program that compares works finds it.

    note = {doi: 10.1093/comjnl/27.2.97}

Write it into `doi`. A field that holds the DOI alone is made `doi` by the fix; to any other the
DOI is added, and the text stays. For `url` see `doi-in-url`.

It is wrong where the note speaks of another work than the entry does; where other words stand
around the DOI, the fix is therefore unsafe.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.dois import bare_doi
from citekit.model.diagnostic import Severity

_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi\s*:?\s*)(10\.\d{4,9}/[^\s{}\"<>]{1,200})", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\s*(?:https?://(?:dx\.)?doi\.org/|doi\s*:?\s*)?10\.\d{4,9}/\S+\s*", re.IGNORECASE
)
_FIELDS = frozenset({"note", "howpublished", "eprint", "ee", "addendum", "pages", "link", "eid"})


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if field.entry.get("doi") is not None:
        return
    whole = bare_doi(field.value) if _WHOLE.fullmatch(field.value) else ""
    match = _DOI.search(field.value)
    found = whole or (match[1].rstrip(".,;)") if match else "")
    if not found or (field.name == "eprint" and "48550" in found):
        return
    if whole and field.is_literal:
        edits = (*field.renaming("doi").edits, field.edit(0, len(field.value), whole))
        fix = Fix("Make it 'doi'", edits)
    else:
        fix = field.entry.addition("doi", f"{{{found}}}", after=field, is_safe=False)
    yield field.problem(
        f"has the DOI '{found}', and there is no 'doi'",
        hint=f"Write 'doi = {{{found}}}'.",
        fix=fix,
    )


RULE = Rule(
    "IDN006",
    "doi-in-other-field",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, _FIELDS, re.compile(r"10\.\d{4,9}/")),
    fixability=Fixability.SAFE,
)
