"""The beginning and the end of a word."""

_SHORTEST = 4


def affix(text: str) -> tuple[str, ...]:
    """Two and three letters from either end of a word of four letters or more."""
    if len(text) < _SHORTEST or not text[0].isalpha():
        return ()
    low = text.lower()
    return ("^" + low[:2], "^" + low[:3], low[-2:] + "$", low[-3:] + "$")
