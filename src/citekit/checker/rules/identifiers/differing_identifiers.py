"""A `url` that leads to another DOI, or to another number of arXiv, than the entry gives.

One of the two was copied from another entry; a reader who follows the wrong one finds another
work.

    doi = {10.1093/comjnl/27.2.97}, url = {https://doi.org/10.1093/comjnl/32.2.98}

Look both up and correct the wrong one.

It is wrong where one DOI is for the whole and the other for a part or a version of it; DOIs one of
which begins with the other, and those of preprints, are let alone.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import is_arxiv, number_of
from citekit.checker.rules.identifiers.dois import bare_doi, doi_of_address
from citekit.model.diagnostic import Severity

_PREPRINTS = (
    "10.48550/",
    "10.1101/",
    "10.31234/",
    "10.31219/",
    "10.2139/",
    "10.5281/",
    "10.20944/",
    "10.21203/",
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name, other, shown in _pairs(field):
        own = field.entry.get(name)
        if own is not None and other and shown and other != shown:
            yield field.problem(
                f"leads to '{other}', but {name} is '{own.value.strip()}'",
                hint="Look both up and correct the wrong one.",
                related=(own.related(f"the {name}"),),
            )


def _pairs(field: Field) -> Iterator[tuple[str, str, str]]:
    """A field of the entry, what the address says in its place, and what it says itself."""
    doi, eprint = field.entry.get("doi"), field.entry.get("eprint")
    if doi is not None:
        there, here = doi_of_address(field.value).lower(), bare_doi(doi.value).lower()
        is_part = there.startswith(here) or here.startswith(there)
        if not is_part and not there.startswith(_PREPRINTS) and not here.startswith(_PREPRINTS):
            yield "doi", there, here
    if eprint is not None and is_arxiv(field.entry) and "arxiv.org/" in field.value:
        yield "eprint", number_of(field.value), number_of(eprint.value)


RULE = Rule(
    "IDN025",
    "differing-identifiers",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"url"}), re.compile(r"doi\.|arxiv\.", re.IGNORECASE)),
)
