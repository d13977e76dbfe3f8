"""A label for one editor behind several ("ed."), or one for several behind one.

    Jane Doe and Mary Roe ed., Harbour University Press, 1999.

The fix writes the other one, in every place that cites the work. "ed." before the names means
"edited by" and is left alone.

Harmless in the few styles that write "ed." for any number.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.model.diagnostic import Severity
from citekit.model.reference import Literal
from citekit.model.spans import Span
from citekit.model.variables import NameVariable

_LABEL = re.compile(
    r"(?P<before>\s*,?\s*[(\[]?)(?P<word>eds?|editors?)(?P<stop>\.?)(?!\w)", re.IGNORECASE
)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    wrong: dict[str, list[tuple[Mention, Span, str]]] = {}
    for mention in paper.mentions:
        place = mention.place(NameVariable.EDITOR)
        match = _LABEL.match(mention.text, place.end) if place else None
        names = mention.reference.name_list(NameVariable.EDITOR)
        if match is None or Literal("others") in names or place is None:
            continue
        word = match["word"]
        if word.lower().endswith("s") == (len(names) > 1) or any(
            isinstance(name, Literal) for name in names
        ):
            continue
        mended = (
            word[:-1] if word.lower().endswith("s") else word + ("S" if word.isupper() else "s")
        )
        span = Span(match.start("word"), match.end("word"))
        wrong.setdefault(mention.key or str(mention.span), []).append((mention, span, mended))
    for places in wrong.values():
        mention, span, mended = places[0]
        edits = [exact_edit(paper, one, at.start, at.end, text) for one, at, text in places]
        count = len(mention.reference.name_list(NameVariable.EDITOR))
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"'{mention.text[span.start : span.end]}' stands behind {count} "
            + ("editors" if count > 1 else "editor"),
            hint=f"Write '{mended}'.",
            fix=exact_fix(f"Write '{mended}'", edits),
            related=tuple(
                paper.related(one.file_span(at.start, at.end), "and here")
                for one, at, _ in places[1:]
            ),
        )


RULE = Rule(
    "NOT063",
    "editor-label-number",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
