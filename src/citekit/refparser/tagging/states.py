"""The states of tokens, and the spans that they stand for."""

from collections.abc import Sequence

# A state is "B-X" on the first token of variable X, "X" on its others, and "~X" on what
# belongs to no variable after X ("~" before the first). The last kind lets the model know
# across punctuation what came before.
BEGIN = "B-"
OUTSIDE = "~"
# The variables that shape a reference; the others have the one state "X", and what follows
# them is as what came before. Half the states, and training takes a third of the time.
_SHAPING = frozenset(
    (
        "author",
        "container-title",
        "editor",
        "issue",
        "issued",
        "page",
        "publisher",
        "publisher-place",
        "title",
        "volume",
    )
)


def states_of(spans: Sequence[tuple[int, int, str]], size: int) -> list[str]:
    """The states of ``size`` tokens for spans given in tokens, half-open, apart.

    ``spans_of`` is the reverse but for variables that shape nothing: two of one kind with no
    token between become one.
    """
    states: list[str] = []
    last = ""
    for start, end, variable in sorted(spans):
        states += [OUTSIDE + last] * (start - len(states))
        if variable in _SHAPING:
            states.append(BEGIN + variable)
            last = variable
        states += [variable] * (end - len(states))
    return states + [OUTSIDE + last] * (size - len(states))


def spans_of(states: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans, in tokens, half-open, that the states mark."""
    spans: list[tuple[int, int, str]] = []
    last = ""
    for i, state in enumerate(states):
        variable = "" if state[0] == OUTSIDE else state.removeprefix(BEGIN)
        if variable:
            if state.startswith(BEGIN) or variable != last:
                spans.append((i, i + 1, variable))
            else:
                spans[-1] = (spans[-1][0], i + 1, variable)
        last = variable
    return spans
