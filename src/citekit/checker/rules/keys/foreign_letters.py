"""A key with letters beyond ASCII.

BibTeX sorts and compares such keys byte by byte, older LaTeX stops at them, and one letter may be
written in two ways that look alike.

    @book{müller2001,

Choose plain letters. The fix writes the key in plain Latin letters, in the `.bib` file and in every
document; it is made only on request.

It is harmless with biber, LuaLaTeX, Typst and pandoc.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.plain_keys import plain_key
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    found = [entry for entry in project.entries if not entry.key.isascii()]
    if not found:
        return
    free = FreeKeys(project)
    renames = {entry.key: free.take(key) for entry in found if (key := plain_key(entry.key))}
    fixes = renaming_fixes(project, renames)
    for entry in found:
        place = next(place for place, letter in enumerate(entry.key) if not letter.isascii())
        start = entry.node.key_start + place
        new = renames.get(entry.key)
        yield entry.file.problem(
            Span(start, start + 1),
            f"the key '{entry.key}' has '{entry.key[place]}' in it, which is not ASCII",
            hint=f"Call it '{new}', here and in every document." if new else "Use plain letters.",
            fix=fixes.get(entry.key),
        )


RULE = Rule(
    "KEY009",
    "foreign-letters-in-key",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
