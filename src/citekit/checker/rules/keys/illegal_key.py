r"""A key with a sign in it that programs refuse.

A blank or a comma ends a key. Braces, `%`, `#`, `~` and `\` mean something else to LaTeX wherever
the key is cited, and biber refuses quotes, parentheses and `=` besides.

    @book{alder 2001,

Choose a key of letters, digits and `_ : . + / -`. The fix leaves the sign out, in the `.bib` file
and in every document; it is made only on request.

It is harmless where one program alone reads the file, and takes the sign.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.plain_keys import plain_key
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_ILLEGAL = re.compile(r"[\s,{}%#~\\\"'()=]")
_LEGAL = re.compile(r"[^\s,{}%#~\\\"'()=]+")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    found = [entry for entry in project.entries if entry.key and not _LEGAL.fullmatch(entry.key)]
    if not found:
        return
    free = FreeKeys(project)
    renames = {entry.key: free.take(key) for entry in found if (key := plain_key(entry.key))}
    fixes = renaming_fixes(project, renames)
    for entry in found:
        sign = _ILLEGAL.search(entry.key)
        start = entry.node.key_start + (sign.start() if sign else 0)
        shown = "a blank" if sign is None or sign[0].isspace() else f"'{sign[0]}'"
        new = renames.get(entry.key)
        yield entry.file.problem(
            Span(start, start + 1),
            f"the key '{entry.key}' has {shown} in it",
            hint=f"Call it '{new}', here and in every document."
            if new
            else "Choose a key of letters and digits.",
            fix=fixes.get(entry.key),
        )


RULE = Rule(
    "KEY005",
    "illegal-key",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
)
