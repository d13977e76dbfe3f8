"""An RFC without its DOI.

Every RFC has one, made of its number: that of RFC 2119 is `10.17487/RFC2119`.

    number = {2119}, series = {Request for Comments}

Add `doi = {10.17487/RFC2119}`.

It is harmless where the list gives no DOIs.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_RFC = re.compile(r"\b(?:RFC|Request for Comments)[\s~:#-]*0*(\d{1,5})\b", re.IGNORECASE)
_SERIES = re.compile(r"\b(?:RFC|Requests? for Comments?)\b", re.IGNORECASE)
_TYPES = frozenset({"techreport", "report", "misc", "manual", "standard", "online"})


def _check(entry: Entry, _options: RuleOptions) -> Iterator[Problem]:
    if entry.get("doi") is not None:
        return
    number = _number(entry)
    if number:
        doi = f"10.17487/RFC{number}"
        yield entry.problem(
            f"RFC {number} has no 'doi'",
            hint=f"Add 'doi = {{{doi}}}'.",
            fix=entry.addition("doi", f"{{{doi}}}"),
        )


def _number(entry: Entry) -> str:
    """The number of the RFC that the entry is, empty if it is none."""
    number = entry.get("number")
    if number is not None and (match := _RFC.fullmatch(number.value.strip())):
        return match[1]
    for name in ("series", "type", "institution", "howpublished"):
        field = entry.get(name)
        if field is None:
            continue
        if match := _RFC.search(field.value):
            return match[1]
        if number is not None and number.value.isdecimal() and _SERIES.search(field.value):
            return number.value.lstrip("0")
    return ""


RULE = Rule(
    "IDN009",
    "rfc-without-doi",
    __doc__,
    Severity.STYLE,
    EntryCheck(_check, _TYPES),
    is_default=False,
    fixability=Fixability.SAFE,
)
