"""The shape of a token."""

from bisect import bisect_right

from citekit.refparser.features.line import kind

# A sign or an initial, a pair, a short word, a word.
_STEPS = (1, 2, 3, 5)


def shape(text: str) -> tuple[str, ...]:
    """The coarse kind of the token, and its length in steps."""
    return (f"{kind(text)}{_STEPS[bisect_right(_STEPS, len(text)) - 1]}",)
