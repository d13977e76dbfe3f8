"""A given name in initials among given names in full, or in full among initials.

A style can make initials of full names, but nothing of initials: a list from a file with both is
printed unevenly.

    author = {Day, Ann and Lee, B. C.}

Write given names in full; where initials are wanted, write initials throughout.

It is harmless where the style makes initials of all names.

The option `form` is what is wanted: `full`, `initials`, or `majority` (the default), what most
names of the file have, full names if there are as many of both. `majority` is the share in percent
that these must have for the others to be reported (50).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.judging import are_initials, is_body
from citekit.checker.rules.names.orders import GIVEN_FIRST, order_of
from citekit.checker.rules.names.written_names import WrittenName, persons
from citekit.model.diagnostic import Severity
from citekit.text.script import is_cjk

_NAMED = ("author", "editor", "translator")
_FULL, _INITIALS = "full", "initials"


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    formed = [
        (field, name, form)
        for entry in file.entries
        for field in map(entry.get, _NAMED)
        if field is not None
        for name in persons(field)
        if (form := _form_of(name))
    ]
    full = sum(form == _FULL for _, _, form in formed)
    wanted = options.text("form")
    if wanted not in {_FULL, _INITIALS}:
        wanted = _FULL if 2 * full >= len(formed) else _INITIALS
        agree = full if wanted == _FULL else len(formed) - full
        if 100 * agree < options.number("majority") * len(formed):
            return
    for field, name, form in formed:
        if form != wanted:
            words = "in initials" if form == _INITIALS else "in full"
            yield field.problem(
                f"has a given name {words}: '{name.text}'",
                start=name.start,
                end=name.end,
                hint="Write the given name in full."
                if wanted == _FULL
                else "Write initials for the given name.",
            )


def _form_of(name: WrittenName) -> str:
    """Whether the given name is in full or in initials, empty if there is none."""
    if len(name.parts) > 1:
        given = name.parts[-1].text
    elif order_of(name) == GIVEN_FIRST:
        given = name.text.rpartition(" ")[0]
    else:
        return ""
    if not given or is_body(name) or is_cjk(given):
        return ""
    return _INITIALS if are_initials(given) else _FULL


RULE = Rule(
    "NAM022",
    "given-name-form",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    options={"form": "majority", "majority": 50},
)
