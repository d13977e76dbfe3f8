r"""A font command of LaTeX 2.09, such as `{\it …}`.

They have been out of date since 1994: they do not combine with each other, newer classes do not
define them, and the slant is not corrected.

    title = {The {\it E. coli} Genome},

Write `\emph{E. coli}`, in which BibTeX changes the case, or `{\emph{E. coli}}`, in which it does
not. The fix writes the latter.

It is harmless with the standard classes.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity

_SWITCH = re.compile(
    r"\{\s*\\(it|em|sl|bf|sc|tt|rm|sf)(?![A-Za-z])(?:\s+|\{\})?([^{}\\]{1,300})(?:\\/)?\}"
)
_COMMANDS = {
    "it": "emph",
    "em": "emph",
    "sl": "emph",
    "bf": "textbf",
    "sc": "textsc",
    "tt": "texttt",
    "rm": "textrm",
    "sf": "textsf",
}


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field):
        return ()
    found = _SWITCH.finditer(field.value)
    return first_of(field, found, _modern, lambda old, _new: f"has '{old}' with an old command")


def _modern(match: re.Match[str]) -> str:
    return f"{{\\{_COMMANDS[match[1]]}{{{match[2]}}}}}"


RULE = Rule(
    "ENC027",
    "old-font-command",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, pattern=_SWITCH),
    is_default=False,
    fixability=Fixability.SAFE,
)
