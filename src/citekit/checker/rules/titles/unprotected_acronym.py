"""An acronym in a title without braces.

Styles that write titles in sentence case lower it: `DNA` becomes "dna", `iPhone` "iphone".

    title = {The DNA of Tea},

Put it in braces: `{DNA}`.

It is harmless with styles that leave titles as they are, as most of BibLaTeX's do.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.capitals import acronyms, unprotected
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    return unprotected(field, acronyms)


RULE = Rule(
    "TIT001",
    "unprotected-acronym",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
