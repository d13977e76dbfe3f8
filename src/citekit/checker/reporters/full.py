"""Findings for people: with the line, what is meant in it, and how to mend it."""

from unicodedata import category, east_asian_width

from citekit.checker.finding import Finding
from citekit.checker.reporters.report import WHOLE_LINE, Report, printable
from citekit.model.diagnostic import Severity
from citekit.text.lines import LineIndex

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}
_ELLIPSIS = "…"


def write_full(report: Report) -> str:
    """Each finding with its line and carets below what it is about, then the hint."""
    indices: dict[str, LineIndex] = {}
    pieces: list[str] = []
    for one in report.findings:
        text = report.texts.get(one.path, "")
        if one.path not in indices:
            indices[one.path] = LineIndex(text)
        pieces.append(_head(one, has_colour=report.has_colour))
        pieces += _excerpt(one, text, indices[one.path], has_colour=report.has_colour)
        pieces += _remarks(one)
    return "".join(pieces)


def _painted(text: str, colour: str, *, has_colour: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if has_colour else text


def _head(one: Finding, *, has_colour: bool) -> str:
    place = _painted(f"{one.path}:{one.line}:{one.column}:", "1", has_colour=has_colour)
    colour = _COLOURS.get(one.severity, "36")
    code = _painted(one.code, f"1;{colour}", has_colour=has_colour)
    return f"{place} {code} {printable(one.message)}\n"


def _excerpt(one: Finding, text: str, index: LineIndex, *, has_colour: bool) -> list[str]:
    """The line, cut around what is meant if it is very long, and the carets."""
    start = index.offset(one.line)
    line = text[start : index.offset(one.line + 1)].rstrip("\r\n")
    if not line.strip():
        return []
    first = one.column - 1
    last = one.end_column - 1 if one.end_line == one.line else len(line)
    low = max(0, first - WHOLE_LINE // 2) if len(line) > WHOLE_LINE else 0
    shown = line[low : low + WHOLE_LINE]
    width = max(1, min(last, low + len(shown)) - first)
    lead = _ELLIPSIS if low else ""
    tail = _ELLIPSIS if low + len(shown) < len(line) else ""
    shown = shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    blanks = "".join(
        "\t" if letter == "\t" else " " * _columns(letter) for letter in lead + shown[: first - low]
    )
    carets = "^" * max(1, sum(map(_columns, shown[first - low : first - low + width])))
    number = str(one.line)
    gutter = " " * len(number)
    carets = _painted(carets, _COLOURS.get(one.severity, "36"), has_colour=has_colour)
    visible = "".join(
        letter if letter.isprintable() or letter == "\t" else "\N{REPLACEMENT CHARACTER}"
        for letter in shown
    )
    return [f" {number} | {lead}{visible}{tail}\n", f" {gutter} | {blanks}{carets}\n"]


def _columns(letter: str) -> int:
    """How many columns of a terminal a character takes."""
    if category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(letter) in {"W", "F"} else 1


def _remarks(one: Finding) -> list[str]:
    problem = one.problem
    lines = [f"  {printable(problem.hint)}\n"] if problem.hint else []
    if problem.fix is not None:
        option = "--fix" if problem.fix.is_safe else "--fix --unsafe-fixes"
        lines.append(f"  {option}: {printable(problem.fix.title)}\n")
    return lines
