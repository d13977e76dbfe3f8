r"""An address or a DOI in a file for BibTeX with escapes such as `\_`.

Styles that make links take them as they stand, and the link is dead; those that print the field as
text need them. Which holds depends on the style, so that the rule is off unless chosen.

    doi = {10.1007/978-3-540-74466-5\_12}

Write the sign alone: `doi = {10.1007/978-3-540-74466-5_12}`.

It is wrong for classic styles without `\url`. In files for BibLaTeX, and for escapes that no style
needs, `escape-in-address` speaks.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ESCAPE = re.compile(r"\\([_%&#])")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if field.entry.file.dialect == "biblatex" or "\\url" in field.value:
        return
    plain = _ESCAPE.sub(r"\1", field.value)
    if plain != field.value:
        yield field.problem(
            f"'{field.value.strip()}' has escapes of LaTeX",
            hint=f"Write '{plain.strip()}'.",
            fix=field.replacement(f"Write '{plain.strip()}'", plain, is_safe=False),
        )


RULE = Rule(
    "IDN057",
    "simple-escape-in-address",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url", "doi", "eprint", "ee"}), re.compile(r"\\[_%&#]")),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
