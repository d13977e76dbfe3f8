"""A reference back to a note that is not there, or that does not cite the work.

    [^2]: Doe, supra note 7, 98.     in a paper of two notes

Numbers written by hand go wrong when a note is put in. Correct the number. A note is taken to
cite the work if it names the author. The fix writes the number of the first note that does, where
that is an earlier one.
"""

import re
from collections.abc import Iterator, Sequence

from citekit.checker.finding import Fix, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.short_cites import NoteIndex, ShortCite
from citekit.checker.rules.notes.wording import quote
from citekit.model.citation import Citation
from citekit.model.diagnostic import Severity
from citekit.model.reference import Reference

_CUE = r"(?:n{1,2}|fn|notes?|footnotes?|anm|fu(?:ß|ss)note|nota|przyp)\.?\s*"


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    index = NoteIndex(paper)
    numbers = {one.passage.marker: number for number, one in enumerate(index.notes)}
    if len(numbers) != len(index.notes):
        return
    for short in index.short_cites():
        number = short.form.note
        if not number.isdecimal() or re.search(r"\b(?:infra|below|unten)\b", short.text):
            continue
        author = short.form.authors[0] if short.form.authors else ""
        target = numbers.get(number)
        earlier = index.naming_before(author, short.number)
        if target is not None and target < short.number:
            if not earlier or index.names(target, author) or not index.notes[target].cites:
                continue
            why = f"note {number} does not cite {author}"
        elif target is None:
            why = f"there is no note {number}"
        else:
            why = f"note {number} does not stand before it"
        yield _problem(paper, short, why, earlier)


def _problem(paper: Paper, short: ShortCite, why: str, earlier: Sequence[Citation]) -> Problem:
    text = short.citation.passage.text.text
    number = short.form.note
    match = re.compile(rf"{_CUE}({number})\b", re.IGNORECASE).search(text, short.start, short.end)
    full = [one for one in earlier if any(isinstance(c.target, Reference) for c in one.cites)]
    right = full[0].passage.marker if full else ""
    if match is None:
        return paper.problem(short.span, f"{quote(short.text)}: {why}", hint="Correct the number.")
    span = short.file_span(match.start(1), match.end(1))
    return paper.problem(
        span,
        f"{quote(short.text)}: {why}",
        hint=f"Write {right}, the first note that cites it." if right else "Correct the number.",
        fix=Fix(f"Write '{right}'", (paper.edit(span.start, span.end, right),)) if right else None,
    )


RULE = Rule(
    "NOT005",
    "supra-note-wrong-number",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
