"""Words such as "p." before the pages that a citation gives, and what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.checker.finding import Fix, Problem
from citekit.checker.rules.citing.groups import Group
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.spans import Span

_LABEL = (
    r"(?:pp?|pages?|ch(?:ap)?|chapters?|vols?|volumes?|sec|sections?|figs?|no|nos|S|Bd|nn?|art)"
)
_BLANKS = r"(?:~|\\,|\\ |\s)"
_DOUBLED = re.compile(
    rf"(?<![\w\\])(?P<first>{_LABEL}(?:\.|(?={_BLANKS}))){_BLANKS}*"
    rf"(?P<second>{_LABEL}(?:\.|(?={_BLANKS})))(?={_BLANKS}*\d)"
)
_PAGE = re.compile(
    rf"(?<![\w\\@.])(?P<label>pp?\.){_BLANKS}*"
    r"(?P<pages>\d+(?P<more>\s*(?:-{1,3}|[‐-―−,&]|and|ff?\.?\b)\s*(?:\d+|(?<=f)|(?<=\.)))?)(?!\w|[\s~]*\\|[.:]\d)"
)


@dataclass(frozen=True, slots=True)
class LabelFault:
    """A fault of a label at ``span``; ``text`` is what should stand there."""

    span: Span
    message: str
    text: str

    def problem(self, group: Group) -> Problem:
        """The fault as a problem of the document of ``group``, with its fix."""
        edit = group.document.edit(self.span.start, self.span.end, self.text)
        return group.document.problem(
            self.span,
            self.message,
            hint=f"Write '{self.text}'.",
            fix=Fix(f"Write '{self.text}'", (edit,)),
        )


def doubled_labels(group: Group) -> Iterator[LabelFault]:
    """Labels that stand twice before one number, as in "pp. p. 3"."""
    for start, text in _notes(group):
        for match in _DOUBLED.finditer(text):
            if not _one_kind(match["first"], match["second"]):
                continue
            kept = match["second"] if match["second"].endswith(".") else match["first"]
            yield LabelFault(
                Span(start + match.start(), start + match.end("second")),
                f"the label stands twice: '{match[0]}'",
                kept,
            )


def misnumbered_labels(group: Group) -> Iterator[LabelFault]:
    """Labels of one page before several, and of several before one."""
    for start, text in _notes(group):
        for match in _PAGE.finditer(text):
            right = "pp." if match["more"] else "p."
            if match["label"] != right:
                what = "several pages" if match["more"] else "one page"
                yield LabelFault(
                    Span(start + match.start("label"), start + match.end("label")),
                    f"'{match['label']}' stands before {what}: '{match[0].strip()}'",
                    right,
                )


def _notes(group: Group) -> Iterator[tuple[int, str]]:
    """What stands in a citation beside its keys, each piece with its place."""
    at = group.span.start
    ends = [(use.span.start, use.span.end) for use in group.uses]
    if group.notation is KeyNotation.LATEX:
        at += 1 + len(group.command)
    for start, end in (*ends, (group.span.end, group.span.end)):
        if at < start:
            yield at, group.document.text[at:start]
        at = max(at, end)


def _one_kind(first: str, second: str) -> bool:
    return first[0].lower() == second[0].lower()
