"""A word that says that nobody knows the name.

Styles print it as a name: "Unknown, A. Title …". Where there is no author, styles go by the editor
or the title.

    author = {Unknown}

Remove the field, or find the name out.

It is wrong for works that are signed so ("Anonymous"), which is why the rule is off unless chosen.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip("{} .")
    is_short = 0 < len(value) <= 20  # noqa: PLR2004  # characters of the longest one
    if is_short and _bare(value) in load_words(__package__, "names", "unknown"):
        yield field.problem(
            f"'{field.value.strip()}' is no name",
            hint=f"Remove '{field.name}', or find the name out.",
            fix=field.removal(is_safe=False),
        )


def _bare(value: str) -> str:
    return value.lower().replace(".", "")


RULE = Rule(
    "NAM026",
    "placeholder-name",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, NAME_FIELDS),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
