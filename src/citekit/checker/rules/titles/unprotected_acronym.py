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
from citekit.checker.rules.encoding.changes import together
from citekit.checker.rules.titles.capitals import acronyms, is_lowered
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    found = acronyms(field.value) if is_lowered(field) else []
    if found:
        words = ", ".join(one.text[1:-1] for one in found)
        yield field.problem(
            f"has '{words}' without braces",
            start=found[0].start,
            end=found[0].end,
            hint=f"Write '{found[0].text}'.",
            fix=together(field, "Put it in braces", found),
        )


RULE = Rule(
    "TIT001",
    "unprotected-acronym",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
