r"""An address, a DOI or an `eprint` with escapes of LaTeX.

These fields are read as they stand: BibLaTeX and the styles that make links take `\_` for a
backslash and an underscore, and the link is dead. Reference managers write such escapes when they
are told to write plain LaTeX.

    url = {https://example.org/a\_page}

Write the sign alone: `url = {https://example.org/a_page}`.

It is wrong where a style of BibTeX prints the field as text; those need the escape, so that only
escapes in braces or of several signs (`{\_}`, `\textunderscore`, `$\sim$`) are found in files for
BibTeX.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_SIGNS = {
    "textasciitilde": "~",
    "sim": "~",
    "textunderscore": "_",
    "textbackslash": "\\",
    "~": "~",
    "_": "_",
    "%": "%",
    "&": "&",
    "#": "#",
    "$": "$",
}
_HARD = re.compile(
    r"\{\\([_%&#$])\}|\{\\~\{?\}?\}|\\~\{\s?\}|\$\\?(sim)\$|\$_\$|\{?\\(textasciitilde|textunderscore)(?:\{\}|\s|\})?\}?"
    r"|\\textbackslash(?:\{\})?(?=_)"
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if "\\" not in value and "$_$" not in value:
        return
    tidy = _HARD.sub(_sign, value)
    if tidy != value or field.entry.file.dialect == "biblatex":
        tidy = tidy.replace("\\_", "_")
    if tidy != value and "\\url" not in value:
        yield field.problem(
            f"'{value.strip()}' has escapes of LaTeX",
            hint=f"Write '{tidy.strip()}'.",
            fix=field.replacement(f"Write '{tidy.strip()}'", tidy),
        )


def _sign(match: re.Match[str]) -> str:
    name = next((group for group in match.groups() if group), "")
    if name:
        return _SIGNS[name]
    return {"$_$": "_", "\\te": ""}.get(match[0][:3], "~")


RULE = Rule(
    "IDN039",
    "escape-in-address",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"url", "doi", "eprint", "ee"}), re.compile(r"\\|\$_\$")),
    fixability=Fixability.SAFE,
)
