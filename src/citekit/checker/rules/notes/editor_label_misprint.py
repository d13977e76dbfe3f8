"""A label of editors that is none: "(edz)" for "(eds)".

    in Jane Doe & Mary Roe (edz), Harbours, ...

The fix writes the label for one editor or for several. The rule looks only right behind names, at
brackets with a short word that differs by a letter from "ed", "eds" or "hrsg" and is no label in
any language it knows.
"""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.model.diagnostic import Severity
from citekit.model.variables import NameVariable
from citekit.text.data import load_words

_BRACKETED = re.compile(r"\s*,?\s*[(\[](?P<word>[^\W\d_]{2,5})(?P<stop>\.?)[)\]]")


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    known = load_words("citekit.checker.rules.notes", "notes", "editor_known")
    for mention in paper.mentions:
        for variable in (NameVariable.EDITOR, NameVariable.AUTHOR):
            place = mention.place(variable)
            match = _BRACKETED.match(mention.text, place.end) if place else None
            if match is None or match["word"].lower() in known:
                continue
            label = _meant(match["word"].lower(), len(mention.reference.name_list(variable)))
            if not label:
                continue
            yield paper.problem(
                mention.file_span(match.start("word") - 1, match.end()),
                f"'({match['word']}{match['stop']})' is no label of editors",
                hint=f"Write '({label}{match['stop']})'.",
                fix=exact_fix(
                    f"Write '{label}'",
                    [exact_edit(paper, mention, *match.span("word"), label)],
                    is_safe=False,
                ),
            )


def _meant(word: str, count: int) -> str:
    """The label that ``word`` is a misprint of, for so many editors; empty if of none."""
    if OSA.distance(word, "hrsg", score_cutoff=1) <= 1:
        return "Hrsg"
    if min(OSA.distance(word, label, score_cutoff=1) for label in ("ed", "eds")) <= 1:
        return "ed" if count == 1 else "eds"
    return ""


RULE = Rule(
    "NOT062",
    "editor-label-misprint",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
    fixability=Fixability.UNSAFE,
)
