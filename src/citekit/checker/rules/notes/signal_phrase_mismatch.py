"""Words that lead in to a reference with a colon in some places and without in others.

    2 Jane Doe cited in Mary Roe, ...
    29 Ann Poe cited in: Mary Roe, ...

Told once for the paper and lead-in, at the first place that does otherwise than most. The fix
writes all as most are.
"""

from collections.abc import Iterator
from dataclasses import replace

from citekit.checker.finding import FileEdit, Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, mixed_problem, mixture
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_SHOWN = 20


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    by_word: dict[str, list[Observed]] = {}
    for mention in paper.mentions:
        before = mention.text[: mention.start].rstrip()
        words = fold(before).split()
        if not words or not mention.text[: mention.start].strip():
            continue
        form = "with" if before.endswith(":") else "without"
        word = words[-1]
        start = before.rfind(" ", 0, max(0, len(before) - _SHOWN)) + 1
        by_word.setdefault(word, []).append(Observed(form, mention, start, len(before)))
    for observed in by_word.values():
        mixed = mixture(observed, fewest=2)
        if mixed is None:
            continue
        stray = mixed.strays[0]
        problem = mixed_problem(
            paper,
            mixed,
            f"{quote(stray.printed)} stands {stray.form} a colon,"
            f" but {mixed.count} it stands {mixed.form} one",
            "Lead in to all references alike.",
        )
        edits = [_mended(paper, one) for one in mixed.strays]
        yield replace(problem, fix=exact_fix("Write all lead-ins alike", edits))


def _mended(paper: Paper, stray: Observed) -> FileEdit | None:
    """The edit that puts in the colon that is missing, or takes out the one that is not."""
    last = stray.mention.text[stray.end - 1 : stray.end]
    text = f"{last}:" if stray.form == "without" else ""
    return exact_edit(paper, stray.mention, stray.end - 1, stray.end, text)


RULE = Rule(
    "NOT070",
    "signal-phrase-mismatch",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
