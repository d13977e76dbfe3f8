"""What calls of functions come to: what becomes of their content, and what they print.

Source: the reference of Typst, "Model" and "Text".
"""

import re

from citekit.model.document import BlockKind
from citekit.model.spans import Markup, Span
from citekit.readers.key_cites import key_cite
from citekit.readers.typst.frames import Call, Frame, Mode, Role, kind_of_argument, role_of
from citekit.readers.typst.scan import TypstScan

_NAMED = re.compile(r"([\w-]+)\s*:\s*\Z")
_LEVEL = re.compile(r"\blevel\s*:\s*(\d)")
_BLOCK = re.compile(r"\bblock\s*:\s*true\b")
_BOLD = re.compile(r"\bweight\s*:\s*(?:\"(?:bold|semibold|black|extrabold)\"|[6-9]00)")
_ITALIC = re.compile(r"\bstyle\s*:\s*\"(?:italic|oblique)\"")
_LABEL_OF = re.compile(r"\blabel\(\s*\"\Z")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NEAR = 60
_DEEPEST = 6
_ALWAYS_APART = frozenset({BlockKind.CAPTION.value, BlockKind.QUOTATION.value})
_MARKUPS = {markup.value: markup for markup in Markup}
_KINDS = {kind.value: kind for kind in BlockKind} | {"apart": BlockKind.PARAGRAPH}


def open_content(scan: TypstScan, call: Call | None, at: int) -> None:
    """Content begins with the bracket at ``at``, given to ``call`` if to any."""
    outer = scan.top
    frame = Frame(Mode.MARKUP, at, "]", emits=outer.emits, call=call, inside=at + 1)
    frame.since = scan.printed.paragraph.length
    if call is not None:
        call.has_content = True
        named = _NAMED.search(scan.text, max(0, at - _NEAR), at) if outer.call is call else None
        _give_role(scan, frame, call, named[1] if named else "", outer)
    scan.frames.append(frame)
    if not frame.emits:
        return
    if frame.role is Role.NOTE:
        scan.printed.begin_note(call.start if call is not None else at)
    elif frame.role is Role.BLOCK:
        scan.end_paragraph()
        scan.printed.level = frame.level


def _give_role(scan: TypstScan, frame: Frame, call: Call, name: str, outer: Frame) -> None:
    """Say what becomes of content that is the argument ``name`` of ``call``."""
    role, kind = role_of(call.name), kind_of_argument(name)
    is_printed_by_template = outer.is_template and kind == BlockKind.PARAGRAPH.value
    if call.name == "cite":
        frame.role, frame.emits = Role.SUPPLEMENT, False
    elif is_printed_by_template or kind in _ALWAYS_APART:
        frame.role, frame.kind = Role.BLOCK, BlockKind(kind)
        frame.emits = frame.emits or is_printed_by_template
    elif role == "dropped":
        frame.emits = False
    elif call.name == "footnote":
        may_begin = frame.emits and scan.printed.may_nest
        frame.role = Role.NOTE if may_begin else Role.TEXT
    elif role in _KINDS:
        _set_apart(frame, role, _arguments(scan, call, outer, frame.start))
    else:
        _mark(scan, frame, call, _arguments(scan, call, outer, frame.start))


def _set_apart(frame: Frame, role: str, given: str) -> None:
    """Make content a block of its own; a quotation only where it says so."""
    if role == "quotation" and not _BLOCK.search(given):
        return
    frame.role, frame.kind = Role.BLOCK, _KINDS[role]
    level = _LEVEL.search(given)
    frame.level = min(_DEEPEST, int(level[1])) if level else int(role == "heading")


def _mark(scan: TypstScan, frame: Frame, call: Call, given: str) -> None:
    """Set the markup of content."""
    if call.name == "link" and call.strings:
        frame.markup, frame.target = Markup.LINK, _value(scan.text, call.strings[0])
    elif call.name == "text":
        is_italic = _ITALIC.search(given)
        frame.markup = Markup.BOLD if _BOLD.search(given) else None
        frame.markup = frame.markup or (Markup.ITALIC if is_italic else None)
    else:
        frame.markup = _MARKUPS.get(role_of(call.name))


def _arguments(scan: TypstScan, call: Call, outer: Frame, at: int) -> str:
    """What stands in the parentheses of ``call`` before ``at``, as far as it is short."""
    start = outer.inside if outer.call is call and outer.inside >= 0 else call.arguments.start
    end = at if outer.call is call else call.arguments.end
    return scan.text[start : min(end, start + 400)]


def _value(text: str, span: Span) -> str:
    return _ESCAPE.sub(r"\1", text[span.start : span.end])


def finish_call(scan: TypstScan, call: Call, end: int) -> None:
    """``call`` ends: print what it prints beside its content."""
    if not scan.top.emits:
        return
    paragraph = scan.printed.paragraph
    if call.name == "cite":
        _finish_cite(scan, call, end)
    elif call.name == "parbreak":
        scan.end_paragraph()
    elif call.name in {"linebreak", "h"}:
        paragraph.put(" ", call.start, end)
    elif call.strings and not call.has_content:
        _print_string(scan, call, end)


def _finish_cite(scan: TypstScan, call: Call, end: int) -> None:
    named = [
        scan.text[span.start : span.end]
        for span in call.strings
        if _LABEL_OF.search(scan.text, max(0, span.start - _NEAR), span.start)
    ]
    keys = [*call.labels, *named]
    held = call.supplement
    suffix = scan.text[held.start : held.end].replace("~", " ") if held is not None else ""
    if keys:
        last = len(keys) - 1
        cites = tuple(
            key_cite(key, suffix=suffix if index == last else "") for index, key in enumerate(keys)
        )
        scan.printed.cite(call.start, end, cites)


def _print_string(scan: TypstScan, call: Call, end: int) -> None:
    """The string that stands in the place of content."""
    printed, span = scan.printed, call.strings[0]
    role = role_of(call.name)
    since = printed.paragraph.length
    if call.name == "footnote" and printed.may_nest:
        printed.begin_note(call.start)
        printed.paragraph.add(span.start, span.end)
        printed.end_note(end)
    elif call.name == "link":
        printed.paragraph.add(span.start, span.end)
        printed.paragraph.mark(since, Markup.LINK, _value(scan.text, span))
    elif role in _MARKUPS:
        printed.paragraph.add(span.start, span.end)
        printed.paragraph.mark(since, _MARKUPS[role])
