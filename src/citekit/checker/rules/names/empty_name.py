"""An empty name between two "and".

BibTeX and biber warn and print a stray "and" or comma in the list.

    author = {Day, Ann and and Lee, Bo}

Remove one "and", or put in the name that is missing.

It is wrong in no case we know of.
"""

from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, names_of
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    names, odd, _ = names_of(field.value)
    if all(one.text for one in odd):
        return
    for before, name in pairwise(names[:-1]):
        if not name.text and before.text:
            following = next((one for one in names if one.start > name.start and one.text), None)
            if following is not None:
                between = field.value[before.end : following.start].strip()
                yield field.problem(
                    f"has an empty name: '{between}'",
                    start=before.end + 1,
                    end=following.start - 1,
                    hint="Remove one 'and', or put in the name that is missing.",
                    fix=field.amendment("Write one 'and'", before.end, following.start, " and "),
                )


RULE = Rule(
    "NAM002",
    "empty-name",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.SAFE,
)
