r"""LaTeX that was escaped a second time.

A program took LaTeX for plain text and escaped it: `\&` became `\\&`, a line break and a bare
`&`, and an accent `{\textbackslash}'e`, which prints a backslash. An accent on an accent is of
that kind.

    title = {Science \\& Art},
    author = {G{\textbackslash}"odel, Kurt},

Write it once: `\&`, `G{\"o}del`.

It is wrong for a line break that is meant, in front of a sign that is meant; hardly any title has
one.
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

_BACKSLASH = (
    r"(?:\{\\textbackslash\}|\\textbackslash(?:\{\}|\s)?|\{\$\\backslash\$\}|\$\\backslash\$)"
)
_TWICE = re.compile(
    r"\\\\+(?P<sign>[&%$#_])"
    r"|(?<=[^\W\d_])\\\\(?P<over>[\"'`^~=]\{?[A-Za-z]\}?)"
    r"|\{\\(?P<accent>[\"'`^~=.]|[vcuHkr](?=[{\s]))\s?\{\\(?P=accent)\s?\{?(?P<letter>\\?[A-Za-z])\}?\}\}"
    rf"|{_BACKSLASH}\\?(?P<special>[&%$#_])"
    rf"|{_BACKSLASH}(?P<mark>[\"'`~=.^])(?:\\?\{{)?(?P<base>[A-Za-z])(?:\\\}}|(?<=\{{.)\}})?"
    rf"|{_BACKSLASH}(?P<command>emph|textit|textbf|textsc|url|texttt|textsuperscript|textsubscript)"
    r"\s?(?:\\\{|\{\\\{\}|\{\{\})(?P<text>[^{}\\]*)(?:\\\}|\{\\\}\}|\{\}\})"
)
_START = re.compile(
    r"\\\\[&%$#_\"'`^~=]|\\textbackslash|\$\\backslash\$|\{\\([\"'`^~=.]|[vcuHkr])\s?\{\\\1"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field):
        return ()
    return first_of(
        field,
        _TWICE.finditer(field.value),
        _once,
        lambda old, new: f"has '{old}', which is '{new}' escaped twice",
    )


def _once(match: re.Match[str]) -> str:
    sign = match["sign"] or match["special"]
    if sign:
        return f"\\{sign}"
    if match["over"]:
        return f"{{\\{match['over']}}}"
    if match["command"]:
        return f"\\{match['command']}{{{match['text']}}}"
    if match["mark"]:
        return f"{{\\{match['mark']}{match['base']}}}"
    return f"{{\\{match['accent']}{{{match['letter']}}}}}"


RULE = Rule(
    "ENC017",
    "double-escaping",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_START),
    fixability=Fixability.SAFE,
)
