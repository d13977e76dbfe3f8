r"""A key that entries of two files have, which are read together.

A document that takes both files gets one of the two entries, and which one depends on the order of
the files and on the program.

    \bibliography{mine,ours}

Remove one of the entries, or give it another key. Files count as read together if they serve one
document, or if they are checked without any.

It is harmless where both entries are the same, until one of them is corrected.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.libraries import entries_of, libraries
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    reported: set[tuple[str, int]] = set()
    for library in libraries(project):
        if len(library) == 1:
            continue
        firsts: dict[str, Entry] = {}
        for entry in entries_of(library):
            first = firsts.setdefault(entry.key, entry)
            place = (entry.file.path, entry.index)
            if first.file is not entry.file and place not in reported:
                reported.add(place)
                yield entry.file.problem(
                    entry.node.key_span,
                    f"the key '{entry.key}' is that of an entry in {first.file.path}, too",
                    hint="Remove one of the entries, or give it another key.",
                    related=(first.related("the first of that key"),),
                )


RULE = Rule("KEY003", "key-in-two-files", __doc__, Severity.ERROR, ProjectCheck(_check))
