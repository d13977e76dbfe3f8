r"""Citations beside one another that could be one.

`\cite{alder1999}\cite{birch2001}` prints `[1][2]`, or two pairs of brackets with names; written as
one citation they are sorted, and numbers are drawn together to `[1–3]`.

    \cite{alder1999}, \cite{birch2001}
    [@alder1999] [@birch2001]

Write one citation with both keys; the fix does. Citations with pages or words of their own are left
alone.

It is a matter of taste where a style prints each work by itself. The rule is off by default.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import Group, groups_of
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.text.data import load_words

_BETWEEN = re.compile(r"[~ \t]*[,;]?[~ \t]*(?:\r\n|\r|\n)?[ \t]*")
_LATEX = re.compile(r"\\([A-Za-z]+)\s*\{[^{}%]*\}")
_PANDOC = re.compile(r"\[-?@[^\[\]\s;,]+(?:;\s*-?@[^\[\]\s;,]+)*\]")


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    groups = groups_of(document)
    for first, second in pairwise(groups):
        between = document.text[first.span.end : second.span.start]
        if _BETWEEN.fullmatch(between) and _are_alike(first, second):
            yield document.problem(
                Span(first.span.start, second.span.end),
                f"'{first.text}' and '{second.text}' stand side by side",
                hint="Write one citation with all keys.",
                fix=_joined(first, second),
            )


def _are_alike(first: Group, second: Group) -> bool:
    if first.notation is not second.notation or first.command != second.command:
        return False
    if first.notation is KeyNotation.LATEX:
        joinable = load_words("citekit.checker.rules.citing", "cite_commands", "joinable")
        return first.command in joinable and all(
            _LATEX.fullmatch(group.text) for group in (first, second)
        )
    return first.notation is KeyNotation.PANDOC and all(
        _PANDOC.fullmatch(group.text) for group in (first, second)
    )


def _joined(first: Group, second: Group) -> Fix:
    """The fix that puts a comma or semicolon in the place of all between the keys."""
    sign = "," if first.notation is KeyNotation.LATEX else "; "
    start = first.span.end - 1
    end = second.span.start + second.text.index("{" if sign == "," else "[") + 1
    edit = first.document.edit(start, end, sign)
    return Fix("Write one citation", (edit,))


RULE = Rule(
    "CIT011",
    "adjacent-cites",
    __doc__,
    Severity.STYLE,
    DocumentCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
