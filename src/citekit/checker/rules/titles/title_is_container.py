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


def _check(entry: Entry, _options: RuleOptions) -> Iterable[Problem]:
    title = entry.get("title")
    container = entry.first("journal", "journaltitle", "booktitle")
    if title is None or container is None or not title.value.strip():
        return
    if title.plain.casefold() == container.plain.casefold():
        yield title.problem(
            f"'{title.plain}' is the {container.name} too",
            hint="Write the title of the work.",
            related=(container.related(f"the {container.name}"),),
        )


RULE = Rule("TIT022", "title-is-container", __doc__, Severity.WARNING, EntryCheck(_check, _TYPES))
