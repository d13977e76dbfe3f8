"""Going through Typst sign by sign: content, code and calls, and what of it is printed.

Source: the reference of Typst, "Syntax", "Foundations" and "Model".
"""

import re
from collections.abc import Callable, Mapping

from citekit.readers.typst import code_signs, markup_signs
from citekit.readers.typst.frames import Mode
from citekit.readers.typst.scan import TypstScan
from citekit.readers.typst.tokens import CODE, MARKUP

_PATTERNS = {Mode.MARKUP: MARKUP, Mode.CODE: CODE, Mode.LINE: CODE}


def run_scan(scan: TypstScan, start: int = 0) -> None:
    """Read from ``start`` on, until the end, or until too much was found."""
    scan.position = scan.line_start(start)
    while scan.steps > 0 and not scan.printed.body.budget.spent:
        pattern = _PATTERNS[scan.top.mode]
        match = pattern.search(scan.text, scan.position, scan.stop)
        if match is None:
            scan.keep(scan.position, scan.stop)
            scan.position = scan.stop
            break
        scan.steps -= 1
        scan.keep(scan.position, match.start())
        scan.position = _take(scan, match)
    while len(scan.frames) > 1 and scan.top.mode is Mode.LINE:
        scan.frames.pop()


def finish_scan(scan: TypstScan) -> None:
    """End what is open."""
    while len(scan.frames) > 1:
        code_signs.end_frame(scan, scan.position)
    scan.end_paragraph()


def _take(scan: TypstScan, match: re.Match[str]) -> int:
    """Read the sign in ``match``; the offset to go on from."""
    handler = _HANDLERS[match.lastgroup or ""]
    end = None if match.end() - 1 in scan.dead else handler(scan, match)
    if end is None:
        scan.keep(*match.span())
        return match.end()
    if scan.top.emits and scan.top.mode is Mode.MARKUP:
        scan.printed.paragraph.reach(end)
    return end


_HANDLERS: Mapping[str, Callable[[TypstScan, re.Match[str]], int | None]] = {
    "newline": markup_signs.take_newline,
    "address": markup_signs.take_address,
    "escape": markup_signs.take_escape,
    "remark": markup_signs.take_hidden,
    "comment": markup_signs.take_hidden,
    "raw": markup_signs.take_raw,
    "math": markup_signs.take_math,
    "statement": code_signs.take_statement,
    "invoked": code_signs.take_invoked,
    "quoted": code_signs.take_quoted,
    "opened": code_signs.take_opened,
    "reference": markup_signs.take_reference,
    "label": markup_signs.take_label,
    "bracket": code_signs.take_bracket,
    "close": code_signs.take_close,
    "emphasis": markup_signs.take_emphasis,
    "shorthand": markup_signs.take_shorthand,
    "end": code_signs.take_end,
}
