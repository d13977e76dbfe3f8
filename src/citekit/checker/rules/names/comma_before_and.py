"""A comma or semicolon between a name and the "and" after it.

BibTeX takes a comma for one within the name: "Day, Ann, and Lee, Bo" gives Ms Day the suffix "Ann".

    author = {Day, Ann, and Lee, Bo}

Leave the comma out: `author = {Day, Ann and Lee, Bo}`.

It is wrong in no case we know of.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import joined_by_commas
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, names_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    names, odd, _ = names_of(field.value)
    for name in odd:
        bare = name.text.rstrip(" ,;\t\r\n~")
        if bare == name.text or not bare or bare.endswith("\\"):
            continue
        start = name.start + len(bare)
        mark = field.value[start : name.end].strip()
        if mark and name is not names[-1] and not joined_by_commas(name):
            yield field.problem(
                f"has '{mark}' before 'and'",
                start=start,
                end=name.end,
                hint=f"Write '{bare} and'.",
                fix=field.amendment(f"Remove '{mark}'", start, name.end),
            )


RULE = Rule(
    "NAM023",
    "comma-before-and",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.SAFE,
)
