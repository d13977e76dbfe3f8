"""A field that says nothing without another, which is missing.

A month without a year, a subtitle without a title, a class of an archive without the number in it,
a number without the series that it counts in: styles leave such fields out, or warn ("there's a
number but no series").

    @book{alder2001, title = {On Hedges}, number = 4, …}

Add the field that is missing (`series`), or remove the one that is there.

It is harmless in an entry that others refer to only. What is taken over from another entry counts.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import table
from citekit.model.diagnostic import Severity


def _check(entry: Entry, _options: RuleOptions) -> Iterator[Problem]:
    needs, types = table("needs"), table("needs-in")
    if entry.type == "xdata":
        return
    for field in entry.fields:
        wanted = needs.get(field.name)
        if wanted is None or not field.value.strip():
            continue
        if field.name in types and entry.type not in types[field.name].split():
            continue
        others = wanted.split()
        if not entry.has(*others):
            names = " or ".join(f"'{name}'" for name in others)
            yield field.problem(
                f"'{field.value}' says nothing without {names}",
                hint=f"Add '{others[0]}', or remove '{field.node.name}'.",
                fix=field.removal(is_safe=False),
            )


RULE = Rule(
    "REQ004",
    "dependent-field",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
