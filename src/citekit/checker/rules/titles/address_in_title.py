"""An address or a DOI in a title.

It prints in the title's font and case, cannot be broken at a line's end, and nothing links it.

    title = {Literate Programming https://example.org},

Write it in `url` or `doi`; the fix moves it there, or takes it out where the field has one already.

It is wrong for a work about a web site whose title is an address; names of sites without `http` or
`www` are not found.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ADDRESS = re.compile(
    r"(?P<open>[(\[<]?)(?P<label>(?:\\url\{|doi:\s*|https?://(?:dx\.)?doi\.org/)?)"
    r"(?P<address>https?://[^\s{}<>()\[\]]+|www\.[\w-]+\.[^\s{}<>()\[\]]+|10\.\d{4,9}/[^\s{}<>]+)\}?"
    r"[)\]>]?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"[\s,;:.–—-]*(?:(?:available|retrieved)\s+(?:at|from|on)|url|doi)?[\s:]*$", re.IGNORECASE
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value
    if not ("://" in value or "10." in value or "www." in value.lower()):
        return
    match = _ADDRESS.search(value)
    if match is None:
        return
    address = match["address"].rstrip(".,;")
    if address.count(")") > address.count("("):
        address = address.rstrip(")")
    name = "doi" if address.startswith("10.") else "url"
    yield field.problem(
        f"has the address '{address}' in it",
        start=match.start(),
        end=match.end(),
        hint=f"Write it in '{name}'.",
        fix=_moved(field, match, name, address),
    )


def _moved(field: Field, match: re.Match[str], name: str, address: str) -> Fix | None:
    before = _BEFORE.search(field.value[: match.start()])
    start = before.start() if before else match.start()
    has_words = any(letter.isalpha() for letter in field.value[:start])
    if not has_words or not field.is_literal or field.value[match.end() :].strip(" .})"):
        return None
    edit = field.edit(start, match.end())
    if field.entry.get(name) is not None:
        return Fix("Take it out", (edit,), is_safe=False)
    added = field.entry.addition(name, f"{{{address}}}", after=field)
    return Fix(f"Move it to '{name}'", (edit, *added.edits), is_safe=False)


RULE = Rule(
    "TIT006",
    "address-in-title",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"title", "subtitle", "booktitle"})),
    fixability=Fixability.UNSAFE,
)
