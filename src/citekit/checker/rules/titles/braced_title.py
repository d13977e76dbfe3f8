"""A title that is in braces as a whole.

No style can write it in its own case any more: what is meant for names and acronyms keeps every
word as it is.

    title = {{Literate Programming}},

Put braces round the words that need them alone. The fix does so for acronyms and what it can tell
to be names; look at the rest.

It is right for a title in a language other than English, for one that is a name as a whole, and
where house style has titles as they are. Titles of one word are not looked at.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import changed
from citekit.checker.rules.titles.capitals import acronyms, is_lowered, proper_nouns
from citekit.formats.bib_values import brace_depths
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value.strip()
    if (
        not is_lowered(field)
        or not value.startswith("{")
        or not value.endswith("}")
        or " " not in value
    ):
        return
    inner = value[1:-1].strip()
    if "\\{" in value or "\\}" in value or 0 in brace_depths(value)[1:-1] or inner[:1] == "\\":
        return
    kept = {one.start: one for one in (*proper_nouns(inner), *acronyms(inner))}
    tidy = changed(inner, [kept[start] for start in sorted(kept)])
    yield field.problem(
        "is in braces as a whole",
        hint=f"Write '{tidy}'.",
        fix=field.replacement("Put braces round single words", tidy, is_safe=False),
    )


RULE = Rule(
    "TIT003",
    "title-in-braces",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"title"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
