"""The word itself."""

# Numbers as short as these recur (days, months, small issues), as do years.
_SHORT, _YEAR = 2, 4


def word(text: str) -> tuple[str, ...]:
    """The token in lower case; of other numbers than days and years the length alone."""
    if not text.isdigit() or len(text) == _YEAR:
        return (text.lower(),)
    return (f"#{len(text)}", text) if len(text) <= _SHORT else (f"#{len(text)}",)
