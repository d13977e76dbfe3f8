"""A reference back, such as "Ibid." or "op. cit.", to nothing that was cited before.

    [^1]: Ibid., 12.

Notes were moved or taken out, and the short form lost what it stood for. Cite the work in full.
"Ibid." is told where it is the first note, or follows one that cites nothing; "op. cit." and its
like where no earlier note and no entry names the author.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.short_cites import NoteIndex, is_empty_note
from citekit.checker.rules.notes.wording import quote
from citekit.model.citation import ShortFormKind
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_NAMED = (ShortFormKind.OP_CIT, ShortFormKind.LOC_CIT)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    listed = {word for one in paper.entries for word in fold(one.text).split()}
    index = NoteIndex(paper)
    for short in index.short_cites():
        if short.cite.key or not short.is_first_of_note:
            continue
        form = short.form
        if form.kind is ShortFormKind.IBID or (form.kind in _NAMED and not form.authors):
            before = index.notes[short.number - 1] if short.number else None
            if before is not None and not is_empty_note(before):
                continue
            why = "no note stands before it"
            if before is not None:
                why = f"note {before.passage.marker} before it cites nothing"
        elif form.kind in _NAMED:
            author = form.authors[0]
            if index.naming_before(author, short.number) or set(fold(author).split()) <= listed:
                continue
            why = f"no earlier note names '{author}'"
        else:
            continue
        yield paper.problem(
            short.span,
            f"{quote(short.text)} refers back to nothing: {why}",
            hint="Cite the work in full.",
        )


RULE = Rule(
    "NOT004",
    "ibid-without-antecedent",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
)
