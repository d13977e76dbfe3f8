"""A journal, book or series all in capitals.

Databases of citations write journals so; no style changes their case.

    journal = {JOURNAL OF TEA},

Write it as a name: `Journal of Tea`. The fix cannot tell acronyms; look at what it makes.

It is right for names in capitals; one word, and short words alone, are not looked at.
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
    "TIT032",
    "shouted-container",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"booktitle", "journal", "journaltitle", "series"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
