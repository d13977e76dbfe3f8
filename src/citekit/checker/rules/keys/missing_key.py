"""An entry without a key.

Nothing can cite it; BibTeX and biber stop at it.

    @book{
      title = {On Commas},
    }

Write a key after the brace. The fix makes one of the first author's name, or of a word of the
title, and of the year; it is made only on request.

It is harmless in a file that is only read by people.

Options: `pattern`, what new keys are made by, in the notation of `citekit keys` and JabRef
(`[auth:lower:([veryshorttitle:lower])][year]`).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.renaming import FreeKeys
from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_keys.evaluation import evaluate_pattern
from citekit.formats.bib_keys.pattern import KeyPattern, parse_pattern
from citekit.formats.bib_syntax.nodes import ABSENT
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    pattern = parse_pattern(options.text("pattern"))
    free: FreeKeys | None = None
    for file in project.bib_files:
        for entry in file.entries:
            if not entry.key:
                free = free or FreeKeys(project)
                yield _problem(entry, pattern, free)


def _problem(entry: Entry, pattern: KeyPattern, free: FreeKeys) -> Problem:
    node, file = entry.node, entry.file
    made = evaluate_pattern(pattern, RawEntry(entry.type, "", entry.values))
    fix = None
    if made and not made.isdigit():
        key = free.take(made)
        fix = Fix(f"Call it '{key}'", (_naming(entry, key),), is_safe=False)
    return file.problem(
        Span(node.start, node.opening + 1),
        f"'@{node.type}{file.text[node.opening]}' has no key; nothing can cite it",
        hint=f"{fix.title}." if fix else "Write a key after the brace.",
        fix=fix,
    )


def _naming(entry: Entry, key: str) -> FileEdit:
    """The edit that writes the key on the line of the brace."""
    node, file = entry.node, entry.file
    if node.key_comma != ABSENT:
        return file.edit(node.key_start, node.key_start, key)
    return file.edit(node.opening + 1, node.opening + 1, f"{key}," if node.fields else key)


RULE = Rule(
    "KEY001",
    "missing-key",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
    options={"pattern": "[auth:lower:([veryshorttitle:lower])][year]"},
)
