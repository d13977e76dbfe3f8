"""The place of a conference in the name of its proceedings.

A style has its own place for it, and the same conference gets as many names as places.

    booktitle = {Proceedings of VLDB, Berlin, Germany},

Write it in `address`, in BibLaTeX in `venue`; the fix moves it, or takes it out where the field is
there.

It is right for a name that has the place in it as a part ("Leipzig Conference on …"); only places
between commas or in brackets are found, and of those the ones that the table has: countries, some
regions, and towns where conferences often meet.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import place_parts
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if "," not in field.value and "(" not in field.value:
        return
    found = place_parts(field.value)
    if not found:
        return
    place = ", ".join(part.text.strip("{} .") for part in found)
    name = "venue" if field.entry.file.dialect == "biblatex" else "address"
    has_place = field.entry.first("address", "location", "venue") is not None
    start, end = _with_marks(field.value, found[0].start, found[-1].end)
    fix = field.amendment("Take it out", start, end, is_safe=False)
    if fix and not has_place:
        added = field.entry.addition(name, f"{{{place}}}", after=field)
        fix = Fix(f"Move it to '{name}'", (*fix.edits, *added.edits), is_safe=False)
    yield field.problem(
        f"has the place '{place}'",
        start=found[0].start,
        end=found[-1].end,
        hint=f"Write '{name} = {{{place}}}'.",
        fix=fix,
    )


def _with_marks(value: str, start: int, end: int) -> tuple[int, int]:
    """The place with the comma in front, or with both its brackets."""
    head = value[:start].rstrip()
    if head.endswith("("):
        if value[end : end + 1] == ")":
            return len(head[:-1].rstrip()), end + 1
        return start, end + len(value[end:]) - len(value[end:].lstrip(" ,"))
    return len(head.rstrip(" ,;")), end


RULE = Rule(
    "TIT012",
    "place-in-container",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"booktitle"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
