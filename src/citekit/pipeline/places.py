"""Lines and columns for what is known by its offset."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from citekit.model.diagnostic import Diagnostic
from citekit.text.lines import LineIndex


def with_lines(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """``diagnostics`` with line and column filled in from their spans, sorted by place.

    ``texts`` holds the text of each file by its path.
    """
    indices: dict[str, LineIndex] = {}
    placed: dict[Diagnostic, None] = {}
    for diagnostic in diagnostics:
        text = texts.get(diagnostic.path)
        if diagnostic.span is None or diagnostic.line or text is None:
            placed[diagnostic] = None
            continue
        if diagnostic.path not in indices:
            indices[diagnostic.path] = LineIndex(text)
        place = indices[diagnostic.path].place(diagnostic.span.start)
        placed[replace(diagnostic, line=place.line, column=place.column)] = None
    order = {path: number for number, path in enumerate(texts)}
    return tuple(
        sorted(
            placed,
            key=lambda d: (
                order.get(d.path, len(order)),
                d.path,
                d.line,
                d.column,
                d.code,
                d.message,
            ),
        )
    )
