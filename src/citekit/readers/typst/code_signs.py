"""The signs of Typst's code and of content, read one by one: statements, calls, brackets.

Each function takes the match of a sign and gives the offset to go on from, ``None`` where the sign
turns out to be text. Source: the reference of Typst, "Syntax", "Code"; "Scripting".
"""

import re

from citekit.model.spans import Span
from citekit.readers.typst.calls import finish_call, open_content
from citekit.readers.typst.frames import Call, Frame, Mode, Role
from citekit.readers.typst.scan import TypstScan

CLOSERS = {"(": ")", "{": "}", "[": "]"}
"""What closes each bracket."""
_LABEL_BEHIND = re.compile(r"\s{0,9}<(\w[\w:.-]{0,200})>")
_HIDDEN_WORDS = frozenset({"let", "set", "import", "include", "show"})


def take_statement(scan: TypstScan, match: re.Match[str]) -> int:
    """A statement, which ends with its line; what rules and definitions hold is not printed."""
    is_hidden = match["word"] in _HIDDEN_WORDS
    frame = Frame(Mode.LINE, match.start(), emits=scan.top.emits and not is_hidden)
    frame.is_template = match["word"] == "show" and scan.top.emits
    scan.frames.append(frame)
    return match.end()


def take_end(scan: TypstScan, match: re.Match[str]) -> int:
    """The end of a line of code, or a semicolon."""
    if scan.top.mode is Mode.LINE:
        scan.frames.pop()
        return match.start() if match[0] != ";" else match.end()
    return match.end()


def take_invoked(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A name, or a call of a function."""
    call = Call(match["call"], match.start())
    outer = scan.top.call
    if outer is not None and outer.name == "cite" and call.name == "label":
        call = outer
    if match["paren"] is None:
        return match.end()
    if match["paren"] == "(":
        _open_arguments(scan, call, match.end())
    else:
        open_content(scan, call, match.end() - 1)
    return _after_opening(scan, match.end())


def _open_arguments(scan: TypstScan, call: Call, start: int) -> None:
    """The arguments of ``call`` begin at ``start``."""
    frame = Frame(Mode.CODE, start - 1, ")", call=call, emits=scan.top.emits, inside=start)
    frame.is_template = scan.top.is_template
    scan.frames.append(frame)


def _after_opening(scan: TypstScan, position: int) -> int:
    """Where reading goes on behind a bracket: content may begin with a heading or item."""
    if scan.top.mode is not Mode.MARKUP:
        return position
    return scan.line_start(position) if scan.top.role is Role.BLOCK else position


def take_opened(scan: TypstScan, match: re.Match[str]) -> int:
    """A bracket in code, or one that begins code or content in markup."""
    opening = match[0][-1]
    if opening == "[":
        open_content(scan, None, match.end() - 1)
        return _after_opening(scan, match.end())
    call = scan.top.call if opening == "(" else None
    frame = Frame(Mode.CODE, match.end() - 1, CLOSERS[opening], emits=scan.top.emits)
    frame.call, frame.is_template = call, scan.top.is_template
    frame.inside = match.end() if call is None else -1
    scan.frames.append(frame)
    return match.end()


def take_bracket(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A bracket: in code it begins content, in markup it is text."""
    if scan.top.mode is not Mode.MARKUP:
        open_content(scan, scan.top.call, match.start())
        return _after_opening(scan, match.end())
    frame = Frame(Mode.MARKUP, match.start(), "]", emits=scan.top.emits)
    frame.inside = -1
    scan.keep(*match.span())
    scan.frames.append(frame)
    return match.end()


def take_close(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A bracket that closes something, or is text."""
    while len(scan.frames) > 1 and scan.top.mode is Mode.LINE:
        # What a statement stands in ends it.
        scan.frames.pop()
    if len(scan.frames) > 1 and scan.top.closer == match[0]:
        if scan.top.mode is Mode.MARKUP and scan.top.inside < 0:
            scan.keep(*match.span())
        return end_frame(scan, match.start(), match.end())
    return None


def take_quoted(scan: TypstScan, match: re.Match[str]) -> int:
    """A string: an argument, or in markup a part of the text."""
    span = Span(*match.span("value"))
    if scan.top.mode is Mode.MARKUP:
        scan.keep(span.start, span.end)
    elif scan.top.call is not None:
        scan.top.call.strings.append(span)
    return match.end()


def end_frame(scan: TypstScan, closing: int, end: int | None = None) -> int:
    """End the innermost frame at ``closing``; where to go on if its bracket ends at ``end``."""
    frame = scan.frames.pop()
    stop = closing if end is None else end
    if frame.mode is Mode.MARKUP:
        _end_content(scan, frame, closing, stop)
    elif frame.call is not None and frame.closer == ")" and frame.inside >= 0:
        frame.call.arguments = Span(frame.inside, closing)
    call = frame.call
    # What a call gets in parentheses ends before the call does.
    if call is None or frame.inside < 0 or end is None or scan.top.call is call:
        return stop
    if scan.text.startswith("[", stop, scan.stop) and stop not in scan.dead:
        open_content(scan, call, stop)
        return _after_opening(scan, stop + 1)
    finish_call(scan, call, stop)
    return stop


def _end_content(scan: TypstScan, frame: Frame, closing: int, stop: int) -> None:
    """Content ends: what it was for is done."""
    printed = scan.printed
    if frame.role is Role.NOTE:
        printed.end_note(stop)
        label = _LABEL_BEHIND.match(scan.text, stop)
        if label:
            scan.found_footnotes.add(label[1])
    elif frame.role is Role.SUPPLEMENT and frame.call is not None:
        frame.call.supplement = Span(frame.inside, closing)
    elif frame.role is Role.BLOCK and frame.emits:
        scan.end_paragraph()
    if frame.markup is not None and frame.emits:
        printed.paragraph.mark(frame.since, frame.markup, frame.target)
