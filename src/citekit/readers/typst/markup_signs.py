"""The signs of Typst's markup, read one by one.

Each function takes the match of a sign and gives the offset to go on from, ``None`` where the sign
turns out to be text. Source: the reference of Typst, "Syntax", "Markup".
"""

import re

from citekit.model.document import BlockKind
from citekit.model.spans import Markup
from citekit.readers.key_cites import key_cite
from citekit.readers.typst.frames import Mode
from citekit.readers.typst.scan import TypstScan
from citekit.readers.typst.tokens import math_end, raw_end

_LINE_END = re.compile(r"\r\n|\r|\n")
_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_SUPPLEMENT = re.compile(r"\[([^\[\]]{0,400})\]")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_SHORT = {"--": "–", "---": "—", "...": "…", "~": " ", "-?": ""}
_EMPHASIS = {"*": Markup.BOLD, "_": Markup.ITALIC}
_FENCE = 3
_LAST_CODE = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def take_newline(scan: TypstScan, match: re.Match[str]) -> int:
    """The end of a line, or of a paragraph."""
    end = match.end()
    if not scan.top.emits:
        return end
    printed = scan.printed
    printed.paragraph.add(*match.span())
    is_break = len(_LINE_END.findall(match[0])) > 1
    is_item = printed.kind is BlockKind.LIST_ITEM
    if not printed.in_note and (
        is_break
        or printed.kind is BlockKind.HEADING
        or (is_item and scan.indent_at(end) <= printed.indent)
    ):
        scan.end_paragraph()
    return scan.line_start(end)


def take_address(scan: TypstScan, match: re.Match[str]) -> int:
    """An address, in which no sign has a meaning."""
    scan.keep(*match.span())
    return match.end()


def take_escape(scan: TypstScan, match: re.Match[str]) -> int:
    """An escaped character, or the end of a line."""
    if not scan.top.emits:
        return match.end()
    if match["code"]:
        code = int(match["code"], 16)
        if code <= _LAST_CODE and code not in _SURROGATES:
            scan.printed.paragraph.put(chr(code), *match.span())
    elif len(match[0]) > 1:
        scan.keep(match.start() + 1, match.end())
    else:
        scan.printed.paragraph.put(" ", *match.span())
    return match.end()


def take_hidden(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A comment."""
    if match.lastgroup == "remark":
        return match.end()
    end = scan.comments.end(match.start())
    return end if end >= 0 else None


def take_raw(scan: TypstScan, match: re.Match[str]) -> int | None:
    """Raw text: code, or a part of the text."""
    ticks = len(match[0])
    inside, end = raw_end(scan.text, match.end(), ticks)
    if end < 0:
        return None
    if scan.top.mode is Mode.MARKUP and scan.top.emits:
        if ticks >= _FENCE and _LINE_END.search(scan.text, match.end(), inside):
            scan.end_paragraph()
            # What stands behind the ticks is the language of the code.
            tag = _LINE_END.search(scan.text, match.end(), inside)
            scan.printed.add_code(tag.end() if tag else match.end(), inside)
        else:
            scan.keep(match.end(), inside)
    return end


def take_math(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A formula, kept as it is written."""
    end = math_end(scan.text, match.end())
    if end < 0:
        return None
    scan.keep(match.end(), end)
    return end + 1


def take_shorthand(scan: TypstScan, match: re.Match[str]) -> int:
    """Dashes, dots and blanks in shorthand."""
    shown = _SHORT[match[0]]
    if scan.top.emits and shown:
        scan.printed.paragraph.put(shown, *match.span())
    return match.end()


def take_emphasis(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A star or underscore that opens or closes emphasis; within a word it is text."""
    sign, start = match[0], match.start()
    before, after = scan.text[max(0, start - 1) : start], scan.text[start + 1 : start + 2]
    if before.isalnum() and after.isalnum():
        return None
    frame, paragraph = scan.top, scan.printed.paragraph
    if sign in frame.marks:
        since = frame.marks.pop(sign)
        if frame.emits:
            paragraph.mark(since, _EMPHASIS[sign])
        return match.end()
    if not _is_closed(scan, sign, match.end()):
        return None
    frame.marks[sign] = paragraph.length
    return match.end()


def _is_closed(scan: TypstScan, sign: str, start: int) -> bool:
    """Whether another ``sign`` stands behind ``start`` in the paragraph."""
    if scan.searched.get(sign, -1) >= start:
        return False
    if scan.searched.get("", -1) < start:
        found = _BREAK.search(scan.text, start, scan.stop)
        scan.searched[""] = found.start() if found else scan.stop
    limit = scan.searched[""]
    if scan.text.find(sign, start, limit) >= 0:
        return True
    scan.searched[sign] = limit
    return False


def take_reference(scan: TypstScan, match: re.Match[str]) -> int | None:
    """A reference: to a work, with a supplement, or to a note, whose mark goes."""
    start, end = match.span()
    key = match["key"]
    if scan.text[max(0, start - 1) : start].isalnum() and _DOMAIN.fullmatch(key):
        return None
    scan.referenced.add(key)
    if key in scan.footnotes:
        return end
    supplement = _SUPPLEMENT.match(scan.text, end, scan.stop)
    if scan.top.emits:
        stop = supplement.end() if supplement else end
        suffix = supplement[1].replace("~", " ") if supplement else ""
        scan.printed.cite(start, stop, (key_cite(key, suffix=suffix),))
    return supplement.end() if supplement else end


def take_label(scan: TypstScan, match: re.Match[str]) -> int:
    """A label: of what stands before it, or given to a call."""
    call = scan.top.call
    if scan.top.mode is Mode.MARKUP:
        scan.labels.add(match["name"])
    elif call is not None:
        call.labels.append(match["name"])
    return match.end()
