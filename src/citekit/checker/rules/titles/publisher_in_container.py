"""The publisher in the name of proceedings.

A style has its own place for it.

    booktitle = {Proceedings of VLDB, ACM},

Write it in `publisher`; the fix moves it, or takes it out where the field is there.

It is right for a society that holds the conference; only names behind a comma or a full stop are
found.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import parts, publishers
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value
    if "," not in value and ". " not in value:
        return
    found = [part for part in parts(value) if part.text.strip("{} .").casefold() in publishers()]
    if not found:
        return
    part = found[-1]
    name = part.text.strip("{} .")
    head = value[: part.start].rstrip(" ,;.\n")
    is_bracketed = value[len(head) : part.start].strip()[:1] == "(" or head.endswith("(")
    fix = (
        None if is_bracketed else field.amendment("Take it out", len(head), part.end, is_safe=False)
    )
    if fix and field.entry.get("publisher") is None:
        added = field.entry.addition("publisher", f"{{{name}}}", after=field)
        fix = Fix("Move it to 'publisher'", (*fix.edits, *added.edits), is_safe=False)
    yield field.problem(
        f"has the publisher '{name}'",
        start=part.start,
        end=part.end,
        hint=f"Write 'publisher = {{{name}}}'.",
        fix=fix,
    )


RULE = Rule(
    "TIT030",
    "publisher-in-container",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"booktitle"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
