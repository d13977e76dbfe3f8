r"""A citation in brackets that the sentence uses as a noun.

"as shown in [3]" or "in (Alder 1999)" cannot be read without the brackets, and in a style with
notes there is nothing left to read.

    as shown in \citep{alder1999}
    as shown in [@alder1999]

Name the author in the sentence: `\citet{alder1999}`, `@alder1999`. The fix, made on request, writes
that for a single work where the markup has such a form.

Many journals with numbered citations write so. The rule is off by default.
"""

import re
from collections.abc import Iterator
from functools import cache

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import Group, groups_of
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.text.data import load_mapping, load_words

_PACKAGE, _TABLE = "citekit.checker.rules.citing", "cite_commands"
_LONGEST = 30


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(sorted(load_words(_PACKAGE, _TABLE, "before_nouns")))
    return re.compile(rf"(?<![\w-])(?P<word>{words})(?:~|\s)+\Z", re.IGNORECASE)


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    for group in groups_of(document):
        if not _is_bracketed(group):
            continue
        start = group.span.start
        match = _before().search(document.text[max(0, start - _LONGEST) : start])
        if match:
            fix = _textual(group)
            yield document.problem(
                Span(start - len(match[0]), group.span.end),
                f"'{match['word']} {group.text}' makes a noun of the citation",
                hint=f"{fix.title}." if fix else "Name the author in the sentence.",
                fix=fix,
            )


def _is_bracketed(group: Group) -> bool:
    if group.notation is KeyNotation.LATEX:
        return group.command in load_words(_PACKAGE, _TABLE, "bracketed")
    return group.notation is KeyNotation.PANDOC and group.text.startswith("[@")


def _textual(group: Group) -> Fix | None:
    """The fix that names the author in the sentence."""
    if len(group.uses) != 1:
        return None
    use, document, span = group.uses[0], group.document, group.span
    if group.notation is KeyNotation.PANDOC:
        if group.text != f"[@{use.key}]":
            return None
        edit = document.edit(span.start, span.end, f"@{use.key}")
        return Fix(f"Write '@{use.key}'", (edit,), is_safe=False)
    other = load_mapping(_PACKAGE, _TABLE, "textual").get(group.command)
    if not other or not group.text.startswith(f"\\{group.command}"):
        return None
    edit = document.edit(span.start + 1, span.start + 1 + len(group.command), other)
    return Fix(f"Write '\\{other}'", (edit,), is_safe=False)


RULE = Rule(
    "CIT013",
    "cite-as-noun",
    __doc__,
    Severity.STYLE,
    DocumentCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
