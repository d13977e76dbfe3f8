"""A work with the title of the journal or book that it stands in.

One of the two was put into the wrong field.

    title = {The Computer Journal},
    journal = {The Computer Journal},

Write the title of the work.

It is right for an editorial without a title of its own, and for an introduction named as its book.
"""

from collections.abc import Iterable

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_TYPES = frozenset({"article", "inproceedings", "incollection", "conference"})
_BEFORE = "{ \t\r\n"


def _check(entry: Entry, _options: RuleOptions) -> Iterable[Problem]:
    title = entry.get("title")
    container = entry.first("journal", "journaltitle", "booktitle")
    if title is None or container is None or not title.value.strip():
        return
    if _begin_differently(title.value, container.value):
        return
    if title.plain.casefold() == container.plain.casefold():
        yield title.problem(
            f"'{title.plain}' is the {container.name} too",
            hint="Write the title of the work.",
            related=(container.related(f"the {container.name}"),),
        )


def _begin_differently(one: str, other: str) -> bool:
    """Whether the first letters tell two values apart, without a look at their LaTeX."""
    first, second = one.lstrip(_BEFORE)[:1], other.lstrip(_BEFORE)[:1]
    is_plain = first.isascii() and first.isalnum() and second.isascii() and second.isalnum()
    return is_plain and first.casefold() != second.casefold()


RULE = Rule("TIT022", "title-is-container", __doc__, Severity.WARNING, EntryCheck(_check, _TYPES))
