"""An `eprint` of arXiv with an address or the letters "arXiv:" before the number.

Styles print the letters and make the address themselves, so that "arXiv:arXiv:1706.03762" is
printed and the link is dead.

    eprint = {arXiv:1706.03762}

Write the number alone: `eprint = {1706.03762}`.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import PREFIX, archive_field
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = PREFIX.match(field.value)
    number = field.value[match.end() :].strip().removesuffix(".pdf") if match else ""
    if match and number:
        yield field.problem(
            f"has '{match[0].strip()}' before the number",
            end=match.end(),
            hint=f"Write '{number}'.",
            fix=_fix(field, number),
        )


def _fix(field: Field, number: str) -> Fix | None:
    """The fix that writes the number alone, and whose it is where nothing else says so."""
    fix = field.replacement(f"Write '{number}'", number)
    entry = field.entry
    if fix is None or entry.first("archiveprefix", "eprinttype") is not None:
        return fix
    added = entry.addition(*archive_field(entry), after=field)
    return Fix(fix.title, (*fix.edits, *added.edits))


RULE = Rule(
    "IDN017",
    "prefix-in-eprint",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"eprint"}), re.compile("arxiv", re.IGNORECASE)),
    fixability=Fixability.SAFE,
)
