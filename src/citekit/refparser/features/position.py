"""Where in the string a token stands."""

from citekit.refparser.features.line import Line

_NEAR = 6


def position(_: Line, rows: list[list[str]]) -> None:
    """Adds the tenth of the string, the count from either end, and the length of the string."""
    size = len(rows)
    length = f"len{size.bit_length()}"
    for i, row in enumerate(rows):
        row.append(f"po{i * 10 // size}")
        if i < _NEAR:
            row.append(f"fst{i}")
        if size - i <= _NEAR:
            row.append(f"lst{size - i}")
        row.append(length)
