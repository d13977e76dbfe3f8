"""The name of a journal or conference that breaks off.

It ends with a word that something has to follow: "Conference on", "Journal of". Databases cut long
names, and commas in them mislead programs.

    booktitle = {Proceedings of the Conference on},

Write the whole name.

It is right for no name.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import CONTAINERS
from citekit.model.diagnostic import Severity

_END = re.compile(
    r"[\s~](?:on|of|the|and|in|for|to|at|by|with|from|und|der|des|für|et|sur|de|du|y|\\?&)[\s.,}]*$"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    match = _END.search(field.value[-12:])
    if match and " " in field.value.strip():
        word = match[0].strip(" .,}~\n\t")
        yield field.problem(
            f"breaks off at '{word}'",
            start=max(0, len(field.value) - 12) + match.start() + 1,
            hint=f"Write what follows '{word}'.",
        )


RULE = Rule(
    "TIT010", "broken-off-container", __doc__, Severity.WARNING, FieldCheck(_check, CONTAINERS)
)
