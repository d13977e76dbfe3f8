"""A title all in capitals.

It is how a title page or a database has it, not how it is cited; styles that do not change the case
print it so.

    title = {LITERATE PROGRAMMING},

Write it as a title: `Literate Programming`. The fix cannot tell acronyms and names, and takes away
all braces; look at what it makes.

It is right for a title that consists of names in capitals; one word, and short words alone, are not
looked at. For journals and books see `shouted-container`.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.shouting import shouted
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    return shouted(field)


RULE = Rule(
    "TIT004",
    "shouted-title",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"title", "subtitle", "maintitle"})),
    fixability=Fixability.UNSAFE,
)
