"""A preprint whose number of arXiv stands in `url` or `doi` only.

From `eprint` styles make the link and print number and class as readers know them.

    url = {https://arxiv.org/abs/1706.03762}

Add `eprint = {1706.03762}` and `archiveprefix = {arXiv}` (`eprinttype = {arxiv}` for BibLaTeX).

It is harmless where the style knows no `eprint`.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import eprint_addition, number_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    is_here = "arxiv.org/" in field.value or field.value.lower().startswith("10.48550/arxiv.")
    number = number_of(field.value) if is_here else ""
    fix = eprint_addition(field.entry, number) if number else None
    if fix is not None:
        yield field.problem(
            f"has the number '{number}' of arXiv, and there is no 'eprint'",
            hint=f"Add 'eprint = {{{number}}}' and the name of the archive.",
            fix=fix,
        )


RULE = Rule(
    "IDN044",
    "arxiv-without-eprint",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url", "doi"}), re.compile("arxiv", re.IGNORECASE)),
    is_default=False,
    fixability=Fixability.SAFE,
)
