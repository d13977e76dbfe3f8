"""Words and kinds together with the ones beside them."""

from citekit.refparser.features.line import Line


def neighbours(line: Line, rows: list[list[str]]) -> None:
    """Adds the pairs of words and the runs of three and five kinds around each token."""
    words = ["", *line.words, ""]
    kinds = ["", "", *line.kinds, "", ""]
    for i, row in enumerate(rows):
        before, here, after = words[i], words[i + 1], words[i + 2]
        k1, k2, k3, k4, k5 = kinds[i : i + 5]
        row.extend(
            (
                f"w-{before} {here}",
                f"w+{here} {after}",
                f"wx{before} {after}",
                f"k3{k2} {k3} {k4}",
                f"k-{k1} {k2} {k3}",
                f"k+{k3} {k4} {k5}",
                f"k5{k1}{k2}{k3}{k4}{k5}",
            )
        )
