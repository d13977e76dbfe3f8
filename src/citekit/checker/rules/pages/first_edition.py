"""An edition that is the first.

A first edition is not mentioned: only later ones need to be told apart.

    edition = {1}

Leave the field out. The fix is unsafe, as it takes out what the entry says.

It is harmless where first editions matter, as in the history of the book.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_FIRST = re.compile(
    r"\s*(?:(?:1|1st|first|one|i)(?:\s+ed(?:ition|n|\.)?)?|1\.\s*(?:auflage|aufl\.)?"
    r"|erste\s+auflage|1(?:re|ère|e|a|ª)(?:\s+éd(?:ition|\.)?)?)\.?\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if _FIRST.fullmatch(field.value):
        yield field.problem(
            f"'{field.value.strip()}' is the first, which goes without saying",
            hint="Leave 'edition' out.",
            fix=field.removal(is_safe=False),
        )


RULE = Rule(
    "PAG014",
    "first-edition",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"edition"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
