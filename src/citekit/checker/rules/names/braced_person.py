"""The name of a person, or a whole list of names, in braces of its own.

Braces keep a name from being taken apart, as is right for bodies: the person is printed as
"Day, Ann B." in every style, and a list in braces is one author.

    author = {{Day, Ann B. and Lee, Bo C.}}

Leave the inner braces out: `author = {Day, Ann B. and Lee, Bo C.}`.

It is wrong for a body whose name has a comma and looks like that of a person; it is found only
with initials, or with several names with commas.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import are_initials, is_person
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, names_of
from citekit.model.diagnostic import Severity

_TWO = 2


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in names_of(field.value).odd:
        if not name.text.startswith("{") or not name.is_braced:
            continue
        inner = name.text[1:-1].strip()
        names = [one for one in names_of(inner).names if one.text != "others"]
        are_inverted = all(len(one.parts) == _TWO and is_person(one.text) for one in names)
        if not names or not are_inverted:
            continue
        if len(names) > 1 or are_initials(names[0].parts[1].text.rpartition(" ")[2]):
            what = "a list of names" if len(names) > 1 else "the name of a person"
            yield field.problem(
                f"has {what} in braces: '{name.text}'",
                start=name.start,
                end=name.end,
                hint=f"Write '{inner}'.",
                fix=field.amendment(
                    "Leave the braces out", name.start, name.end, inner, is_safe=False
                ),
            )


RULE = Rule(
    "NAM025",
    "person-in-braces",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
