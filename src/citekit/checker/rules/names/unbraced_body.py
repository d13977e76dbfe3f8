"""The name of a body that is not in braces.

BibTeX takes it apart as that of a person: the "World Health Organization" becomes "W. H.
Organization", and is sorted under O.

    author = {World Health Organization}

Put it in braces: `author = {{World Health Organization}}`. A name with "and" within is put in
braces as a whole, which no fix can do.

It is wrong for a person whose family name is a word for a body.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import is_body
from citekit.checker.rules.names.written_names import (
    NAME_FIELDS,
    WrittenName,
    has_odd_names,
    names_of,
    odd_persons,
)
from citekit.fields.name_words import is_initial
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    names = names_of(field.value).names
    for name in odd_persons(field):
        if " " not in name.text and "~" not in name.text:
            continue
        if not is_body(name) or name.text.startswith("{"):
            continue
        place = names.index(name)
        near = (*names[max(0, place - 1) : place], *names[place + 1 : place + 2])
        is_alone = not any(_may_belong(one) for one in near)
        better = f"{{{name.text}}}"
        yield field.problem(
            f"has the name of a body without braces: '{name.text}'",
            start=name.start,
            end=name.end,
            hint=f"Write '{better}'."
            if is_alone
            else "Put it in braces, with its other half if 'and' is a part of the name.",
            fix=field.amendment("Put it in braces", name.start, name.end, better, is_safe=False)
            if is_alone
            else None,
        )


def _may_belong(name: WrittenName) -> bool:
    """Whether ``name`` may be the other half of a name that has "and" within."""
    text = name.text
    return (
        not name.is_braced and text != "others" and len(name.parts) == 1 and not _has_initial(text)
    )


def _has_initial(text: str) -> bool:
    return any(is_initial(word) for word in text.split())


RULE = Rule(
    "NAM012",
    "unbraced-organisation",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
)
