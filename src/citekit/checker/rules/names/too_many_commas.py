"""More commas in a name than a name can have.

A name has two commas at most: "von Last, Jr, First". BibTeX complains about more and drops parts;
biber skips the name.

    author = {Day, Ann, M., B.}

Write the name as "Family, Given" or "Family, Suffix, Given". Names joined by commas alone are
found by `names-joined-by-commas`.

It is wrong for a body whose name has commas; put that in braces.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import joined_by_commas
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, odd_persons
from citekit.model.diagnostic import Severity

_MOST = 3


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        filled = [part for part in name.parts if part.text]
        is_several = ";" in name.text or joined_by_commas(name)
        if len(filled) > _MOST and not is_several:
            yield field.problem(
                f"has a name with {len(name.parts) - 1} commas: '{name.text}'",
                start=name.start,
                end=name.end,
                hint="Write 'Family, Given' or 'Family, Suffix, Given', with 'and' between names,"
                " or put the name of a body in braces.",
            )


RULE = Rule(
    "NAM003",
    "too-many-commas",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
)
