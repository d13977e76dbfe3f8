"""Questions about doubtful pairs, at the terminal."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from citekit.cli.streams import say
from citekit.errors import ConfigError
from citekit.pipeline.merging.applied_decisions import apply_decisions
from citekit.pipeline.merging.decisions import PairDecision, Verdict, identity_of, with_decisions
from citekit.pipeline.merging.explaining import side_by_side
from citekit.pipeline.merging.merged_works import Evidence, Merger
from citekit.pipeline.output_files import write_file

_VERDICTS = {"y": Verdict.SAME, "n": Verdict.DIFFERENT}
_SKIP, _QUIT = "s", "q"
_QUESTION = "One work? [y]es, [n]o, [s]kip, [q]uit: "


def is_terminal() -> bool:
    """Whether a person can answer at standard input."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(
    merger: Merger,
    again: Callable[[tuple[PairDecision, ...]], Merger],
    *,
    known: Sequence[PairDecision],
    path: str,
) -> Merger:
    """The merger with what was answered about its doubtful pairs.

    Each answer is written to the file of decisions at ``path`` at once, if there is one; what
    is found doubtful by an answer is asked, too. ``again`` merges with more decisions than
    those that are ``known``. Quitting leaves the other pairs doubtful.
    """
    answered: list[PairDecision] = []
    asked: set[tuple[int, int]] = set()
    while True:
        open_pairs = [d for d in merger.doubtful if (d.first, d.second) not in asked]
        before = len(answered)
        for number, doubt in enumerate(open_pairs, 1):
            asked.add((doubt.first, doubt.second))
            answer = _answer(merger, doubt, f"{number} of {len(open_pairs)}")
            if answer == _QUIT:
                return again(tuple(answered)) if answered else merger
            if answer in _VERDICTS:
                decision = _decision(merger, doubt, _VERDICTS[answer])
                if _fits(merger, (*known, *answered, decision)):
                    answered.append(decision)
                    _remember(path, decision)
        if len(answered) == before:
            return merger
        merger = again(tuple(answered))


def _fits(merger: Merger, decisions: Sequence[PairDecision]) -> bool:
    """Whether the last decision agrees with those before it; if not, a word on that is said."""
    try:
        apply_decisions(merger.records, decisions)
    except ConfigError as error:
        say([*str(error).split("\n"), "This answer is not kept."])
        return False
    return True


def _answer(merger: Merger, doubt: Evidence, count: str) -> str:
    say(["", f"Doubtful pair {count}", *side_by_side(merger, doubt)])
    while True:
        sys.stderr.write(_QUESTION)
        sys.stderr.flush()
        line = sys.stdin.readline()
        answer = line.strip().lower()[:1] if line else _QUIT
        if answer in {*_VERDICTS, _SKIP, _QUIT}:
            return answer


def _decision(merger: Merger, doubt: Evidence, verdict: Verdict) -> PairDecision:
    first, second = (
        identity_of(merger.records[place].reference) for place in (doubt.first, doubt.second)
    )
    return PairDecision(verdict, first, second, "an answer")


def _remember(path: str, decision: PairDecision) -> None:
    """Add the decision to its file, which is replaced in one step."""
    if not path:
        return
    target = Path(path)
    try:
        text = target.read_text("utf-8") if target.exists() else ""
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    write_file(target, with_decisions(path, text, [decision]))
