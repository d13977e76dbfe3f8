"""Names joined by commas, where only "and" joins names.

BibTeX takes the commas for those within one name: "Ann B. Day, Bo Lee" becomes one author with the
family name "Ann B. Day".

    author = {Ann B. Day, Bo Lee, Cy Fox}

Write "and" between the names: `author = {Ann B. Day and Bo Lee and Cy Fox}`.

It is wrong for a body whose name has commas; put that in braces. Two names are found only where an
initial shows that the first is a whole name, or where the other names of the list have no comma.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_person, joined_by_commas
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    names_of,
    odd_persons,
)
from citekit.fields.name_words import is_suffix
from citekit.model.diagnostic import Severity

_TWO = 2


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for name in odd_persons(field):
        if len(name.parts) < _TWO:
            continue
        names = joined_by_commas(name) or _beside_plain_ones(field, name)
        if names:
            better = " and ".join(names)
            yield field.problem(
                f"has {len(names)} names joined by commas: '{name.text}'",
                start=name.start,
                end=name.end,
                hint=f"Write '{better}'.",
                fix=field.amendment(
                    "Write 'and' between the names", name.start, name.end, better, is_safe=False
                ),
            )


def _beside_plain_ones(field: Field, name: WrittenName) -> tuple[str, ...]:
    """The names within the first one of a list whose others have no comma: "A B, C D and E F"."""
    others = [one for one in names_of(field.value).names if one.text and one.text != "others"]
    parts = [part.text for part in name.parts if part.text]
    is_first = others[:1] == [name] and len(others) == _TWO
    if not is_first or len(others[1].parts) > 1 or not is_person(others[1].text):
        return ()
    whole = len(parts) == _TWO and all(is_person(one) and "," not in one for one in parts)
    return tuple(parts) if whole and not any(is_suffix(one) for one in parts) else ()


RULE = Rule(
    "NAM005",
    "names-joined-by-commas",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
