"""A key that a program made up and that says nothing.

EndNote numbers its records (`RN12`), others count (`ref3`, `article7`) or write that there is
neither author nor year (`noauthor_notitle_nodate`). Such keys change with the next export, and
nobody can tell what they cite.

    @article{RN12,

Give the entry a key of its own. The fix makes one of the first author's name, or of a word of the
title, and of the year, in the `.bib` file and in every document; it is made only on request.

It is harmless in a file that is always exported anew, together with its document.

Options: `pattern`, what new keys are made by, in the notation of `citekit keys` and JabRef
(`[auth:lower:([veryshorttitle:lower])][year]`).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_keys.evaluation import evaluate_pattern
from citekit.formats.bib_keys.pattern import parse_pattern
from citekit.model.diagnostic import Severity

_MADE_UP = re.compile(
    r"(?:RN|ref|reference|bib|cite|entry|item|key|record|article|book|misc|paper|citekey|"
    r"unknown|untitled|nokey|todo|test)[-_:]?\d*|no_?author.*|anon(?:ymous)?|\d{1,4}|"
    r"(?:ISI|WOS):.*",
    re.IGNORECASE,
)


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    found = [entry for entry in project.entries if _MADE_UP.fullmatch(entry.key)]
    if not found:
        return
    pattern = parse_pattern(options.text("pattern"))
    keys = {entry.key: evaluate_pattern(pattern, _raw(entry)) for entry in found}
    free = FreeKeys(project)
    renames = {
        old: free.take(new) for old, new in keys.items() if new != old and not new.isdigit() and new
    }
    fixes = renaming_fixes(project, renames)
    for entry in found:
        new = renames.get(entry.key)
        yield entry.file.problem(
            entry.node.key_span,
            f"the key '{entry.key}' was made up by a program and says nothing",
            hint=f"Call it '{new}', here and in every document." if new else "Choose another.",
            fix=fixes.get(entry.key),
        )


def _raw(entry: Entry) -> RawEntry:
    return RawEntry(entry.type, entry.key, entry.values)


RULE = Rule(
    "KEY011",
    "placeholder-key",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"pattern": "[auth:lower:([veryshorttitle:lower])][year]"},
)
