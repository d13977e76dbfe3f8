"""White space around a token."""

from citekit.refparser.features.line import Line


def spacing(line: Line, rows: list[list[str]]) -> None:
    """Adds whether the token touches the one before and the one after."""
    last = -1
    left = False
    tokens = line.tokens
    for i, row in enumerate(rows):
        right = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end
        row.append(f"sp{left:d}{right:d}{line.kinds[i]}")
        left = right
        last = i
    if last >= 0:
        rows[last].append("end")
        rows[0].append("begin")
