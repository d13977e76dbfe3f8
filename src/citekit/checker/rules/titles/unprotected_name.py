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
from citekit.checker.rules.encoding.changes import together
from citekit.checker.rules.titles.capitals import is_lowered, proper_nouns
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    found = proper_nouns(field.value) if is_lowered(field) else []
    if found:
        words = ", ".join(one.text[1:-1] for one in found)
        yield field.problem(
            f"has '{words}' without braces",
            start=found[0].start,
            end=found[0].end,
            hint=f"Write '{found[0].text}'.",
            fix=together(field, "Put it in braces", found, is_safe=False),
        )


RULE = Rule(
    "TIT002",
    "unprotected-name",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
