"""A proper noun in a title without braces.

Styles that write titles in sentence case lower it: `Bayesian` becomes "bayesian".

    title = {A Bayesian model of trade in Japan},

Put it in braces: `{Bayesian}`, `{Japan}`.

It is harmless with styles that leave titles as they are, as most of BibLaTeX's do. In a title in
which all words have capitals only names of countries, peoples and their like can be told.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.capitals import proper_nouns, unprotected
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    return unprotected(field, proper_nouns, is_safe=False)


RULE = Rule(
    "TIT002",
    "unprotected-name",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
