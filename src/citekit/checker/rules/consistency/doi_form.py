"""DOIs and their addresses that are written in several ways.

    doi = {10.1000/1},
    doi = {https://doi.org/10.1000/2},
    url = {http://dx.doi.org/10.1000/3},

Styles that make a link of the DOI make a broken one of the address, and a list with both looks
careless. Write all as most are written; the fix does. In `url`, only the addresses of the DOI
system are looked at.

It is harmless for BibLaTeX, which prints both alike. That a `doi` is an address at all is reported
by `address-in-doi`.

Options: `share`, how many per cent must be written one way to be the usual one (50).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import deviating
from citekit.model.diagnostic import Severity

_DOI = re.compile(
    r"\s*(https?://(?:(?:www|dx)\.)?doi\.org/|doi:\s?)?(?=10\.\d{4,9}/)", re.IGNORECASE
)


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    for name in ("doi", "url"):
        ways: list[tuple[Field, str]] = []
        for entry in file.entries:
            field = entry.get(name)
            match = _DOI.match(field.value) if field else None
            if field and match and field.is_literal and (match[1] or name == "doi"):
                ways.append((field, (match[1] or "").lower()))
        for field, way, usual in deviating(ways, options.number("share")):
            yield _problem(field, way, usual.usual, usual.share)


def _problem(field: Field, way: str, usual: str, share: str) -> Problem:
    match = _DOI.match(field.value)
    end = match.end() if match else 0
    shown = f"begins with '{way}'" if way else "has nothing before '10.'"
    wanted = f"'{usual}10.…'" if usual else "'10.…' alone"
    return field.problem(
        f"'{field.value.strip()}' {shown}, unlike {share}",
        hint=f"Write {wanted}.",
        fix=field.amendment(f"Write {wanted}", 0, end, usual),
    )


RULE = Rule(
    "CON009",
    "doi-form-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"share": 50},
)
