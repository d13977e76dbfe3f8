"""The first year in the string."""

from citekit.refparser.features.line import Line


def year(line: Line, rows: list[list[str]]) -> None:
    """Adds whether the token stands before or after the first year, and numbers so far."""
    first = next((i for i, kind in enumerate(line.kinds) if kind == "Y"), -1)
    numbers = 0
    for i, row in enumerate(rows):
        side = "none" if first < 0 else "before" if i < first else "at" if i == first else "after"
        row.append(f"yr{side}")
        if line.kinds[i][0].isdigit():
            row.append(f"nu{numbers}{side}")
            numbers = min(numbers + 1, 5)
        elif numbers:
            row.append(f"nx{min(numbers, 2)}")
