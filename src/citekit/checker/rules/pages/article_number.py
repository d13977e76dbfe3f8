"""The number of an article where its pages belong.

Journals that number articles instead of pages have no pages to give: `pages = {e0123456}` makes a
style print "p. e0123456". BibLaTeX has the field `eid` for such numbers, and REVTeX and many
newer styles of BibTeX know it too.

    pages = {e1003285}

Call the field `eid`. The fix is unsafe: a classic style of BibTeX does not print `eid` at all.

It is wrong for single pages whose numbers begin with letters, such as those of an appendix.

The option `digits` tells how many digits a bare number must have to be taken for that of an
article (5); a number with `e` or `ID` before it is one from three digits on.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_NUMBERED = re.compile(r"\s*(?:[eE]\d{3,12}|(?:ID|Article|Art\.|Paper)\s?\d{1,12}|(\d{5,12}))\s*")


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    match = _NUMBERED.fullmatch(field.value)
    if match is None or field.entry.type not in {"article", "suppperiodical"}:
        return
    if (match[1] and len(match[1]) < options.number("digits")) or field.entry.get("eid"):
        return
    yield field.problem(
        f"'{field.value.strip()}' is the number of the article, not its pages",
        hint="Call the field 'eid'.",
        fix=field.renaming("eid", is_safe=False),
    )


RULE = Rule(
    "PAG008",
    "article-number-in-pages",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, frozenset({"pages"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"digits": 5},
)
