r"""A citation that is glued to the word before it, or can be parted from it at the end of a line.

`word\cite{alder1999}` prints `word[1]`; `word \cite{alder1999}` may leave `[1]` alone at the start
of a line. A tie prevents both.

    as was shown~\cite{alder1999}

Write `~` before the citation; in Markdown, a blank. The fix does. Citations that begin a line of
the source are left alone.

It is wrong where citations are printed as raised numbers, which stand close to the word. The rule
is off by default.
"""

import re
from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import Group, groups_of
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span
from citekit.text.data import load_words

_WORD = re.compile(r"(?P<last>[\w.,;:!?)'\"’”}])(?P<blanks>[ \t]*)\Z")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?[ \t]+\Z")
_LONGEST = 40


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    bracketed = load_words("citekit.checker.rules.citing", "cite_commands", "bracketed")
    for group in groups_of(document):
        is_latex = group.notation is KeyNotation.LATEX
        if is_latex and group.command not in bracketed:
            continue
        is_markdown = group.notation is KeyNotation.PANDOC and group.text.startswith("[")
        if not (is_latex or is_markdown):
            continue
        start = group.span.start
        before = document.text[max(0, start - _LONGEST) : start]
        match = _WORD.search(before)
        if match and not (match["blanks"] and _may_be_parted(before, match, is_latex=is_latex)):
            yield _problem(group, match, "~" if is_latex else " ")


def _may_be_parted(before: str, match: re.Match[str], *, is_latex: bool) -> bool:
    """Whether a blank will do: behind a sentence, a group or a command, and outside of LaTeX."""
    return not is_latex or match["last"] in "}." or bool(_COMMAND.search(before))


def _problem(group: Group, match: re.Match[str], tie: str) -> Problem:
    document, start = group.document, group.span.start
    place = start - len(match["blanks"])
    what = "can be parted from" if match["blanks"] else "is glued to"
    edit = document.edit(place, start, tie)
    shown = "a tie ('~')" if tie == "~" else "a blank"
    return document.problem(
        Span(place, group.span.end),
        f"'{group.text}' {what} the word before it",
        hint=f"Write {shown} between them.",
        fix=Fix(f"Write {shown} before it", (edit,)),
    )


RULE = Rule(
    "CIT014",
    "untied-cite",
    __doc__,
    Severity.STYLE,
    DocumentCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
