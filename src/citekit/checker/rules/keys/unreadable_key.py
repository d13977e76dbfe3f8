"""A key that pandoc and Typst read in part when it is cited as it stands.

Behind the `@` of Markdown a key ends with its last letter or digit, and two signs in a row end it
too: `@alder2001.` cites `alder2001`.

    @book{alder--2001.,

Choose a key that begins and ends with a letter or digit and has single signs in its midst. The fix
does, in the `.bib` file and in every document; it is made only on request.

It is harmless where keys are cited in LaTeX, or in braces (`@{alder--2001.}`).
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.model.diagnostic import Severity

_READABLE = re.compile(r"\w+(?:[:.#$%&+?<>~/-]\w+)*+")
_UNFIT = re.compile(r"[^\w:.+/-]+")
_SIGNS = re.compile(r"([:.+/-])[:.+/-]+")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    found = [entry for entry in project.entries if entry.key and not _READABLE.fullmatch(entry.key)]
    if not found:
        return
    free = FreeKeys(project)
    keys = {entry.key: _readable(entry.key) for entry in found}
    renames = {old: free.take(new) for old, new in keys.items() if new and new != old}
    fixes = renaming_fixes(project, renames)
    for entry in found:
        new = renames.get(entry.key)
        yield entry.file.problem(
            entry.node.key_span,
            f"the key '{entry.key}' cannot be cited behind a bare '@'",
            hint=f"Call it '{new}', here and in every document." if new else "Choose a plain key.",
            fix=fixes.get(entry.key),
        )


def _readable(key: str) -> str:
    """The key without what ends it too early."""
    return _SIGNS.sub(r"\1", _UNFIT.sub("", key)).strip(".:/+-")


RULE = Rule(
    "KEY010",
    "unreadable-key",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
