"""Italics, where the string came with markup."""

from citekit.refparser.features.line import Line


def emphasis(line: Line, rows: list[list[str]]) -> None:
    """Adds whether the token is in italics, begins or ends them, if any are known."""
    marks = line.emphasis
    if not any(marks):
        return
    for i, row in enumerate(rows):
        before = i > 0 and marks[i - 1]
        after = i + 1 < len(rows) and marks[i + 1]
        if marks[i]:
            row.append("em")
            row.append(f"em{'' if before else 'b'}{'' if after else 'e'}")
        else:
            row.append("rm")
            if before or after:
                row.append(f"rm{before:d}{after:d}")
