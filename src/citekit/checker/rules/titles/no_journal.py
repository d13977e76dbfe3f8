"""A journal that is an address, a DOI or a publisher.

The list has no journal then, and no program finds the work.

    journal = {https://example.org/journal},
    journal = {Elsevier},

Write the name of the journal. The fix moves what stands there into the field where it belongs, if
the entry lacks that.

It is wrong for a journal that has the name of its publisher; such names are not in the table.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.titles.containers import publishers
from citekit.model.diagnostic import Severity

_ADDRESS = re.compile(r"\{?(?:\\url\{)?(?:https?://|www\.)\S+", re.IGNORECASE)
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE)

_LONGEST = 60


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value.strip().strip("{}").strip()
    if _DOI.fullmatch(value):
        name, what = "doi", "a DOI"
    elif _ADDRESS.fullmatch(value):
        name, what = "url", "an address"
    elif len(value) < _LONGEST and not field.macro and field.plain.casefold() in publishers():
        name, what = "publisher", "a publisher"
    else:
        return
    fix = None
    if field.entry.get(name) is None and field.is_literal and "\\url" not in value:
        fix = field.renaming(name, is_safe=False)
    yield field.problem(f"'{value}' is {what}", hint="Write the name of the journal.", fix=fix)


RULE = Rule(
    "TIT015",
    "no-journal",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"journal", "journaltitle"})),
    fixability=Fixability.UNSAFE,
)
