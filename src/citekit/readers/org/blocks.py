"""Cutting Org into raw blocks.

Source: Org Syntax (orgmode.org/worg/org-syntax.html), "Elements".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.layout_lines import Line, after_line, depth_of, line_at
from citekit.readers.limits import MAX_PARAGRAPH
from citekit.readers.markdown_blocks import RawBlock
from citekit.readers.org.endings import Endings
from citekit.text.data import load_words

_BLANK = re.compile(r"(?:[ \t\f\v]*+(?:\r\n|\r|\n))++|[ \t\f\v]++\Z")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADLINE = re.compile(
    r"(?P<stars>\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[\#\w\][ \t]+)?"
    r"(?P<comment>COMMENT(?:[ \t]+|$))?"
)
_TAGS = re.compile(r"(?<![ \t])[ \t]+:(?P<tags>[\w@#%:]+):[ \t]*$")
_DEFINITION = re.compile(r"\[fn:(?P<label>[\w-]{1,100})\][ \t]*")
_LABEL = re.compile(r"^\[fn:([\w-]{1,100})\]|\[fn:([\w-]{1,100}):", re.MULTILINE)
_KEYWORD = re.compile(r"\#\+(?P<name>[\w-]+)(?:\[[^\]\r\n]{0,200}\])?:[ \t]*")
_BEGIN = re.compile(r"\#\+begin_(?P<name>[\w*-]+)", re.IGNORECASE)
_END = re.compile(r"\#\+end_[\w*-]+[ \t]*$", re.IGNORECASE)
_DRAWER = re.compile(r":(?P<name>[\w-]+):[ \t]*$")
_FIXED = re.compile(r":(?=[ \t]|$)")
_RULE = re.compile(r"-{5,}[ \t]*$")
_ITEM = re.compile(
    r"(?P<bullet>(?:[-+]|(?<=[ \t])\*)[ \t]+)(?:\[[ X-]\][ \t]+)?|(?:\d{1,4}|[A-Za-z])[.)][ \t]+"
)
_ENVIRONMENT = re.compile(r"\\begin\{(?P<name>[A-Za-z0-9*]+)\}")
_PLANNING = re.compile(r"(?:(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):[ \t]*[<\[][^\r\n]*)$")
_TABLE_LINE = re.compile(r"\|[-+|]*[ \t]*$")
_UNPRINTED = "noexport"
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a line begins: it ends at ``end``, and has ``blocks``.

    ``opens`` is the note that begins; a headline ``closes`` any.
    """

    end: int
    blocks: tuple[RawBlock, ...] = ()
    opens: str = ""
    closes: bool = False


def iterate_org_blocks(text: str) -> Iterator[RawBlock]:
    """The blocks of ``text`` in order; keywords, drawers, comments and unprinted trees go.

    A note ends at a headline, at the next note, or at two blank lines.
    """
    endings = Endings(text)
    position, note = 0, ""
    while position < len(text):
        blank = _BLANK.match(text, position)
        if blank:
            position = blank.end()
            lines = _LINE_END.findall(blank[0]) if note else ()
            note = note if len(lines) < 2 else ""  # noqa: PLR2004  # as the rule above has it
            continue
        line = line_at(text, position)
        taken = next(filter(None, (take(text, line, endings) for take in _TAKERS)), None)
        taken = taken or _take_paragraph(text, line, endings)
        note = taken.opens or ("" if taken.closes else note)
        for block in taken.blocks:
            yield block if block.note or not note else _continuation(block, note)
        position = after_line(text, line_at(text, taken.end).end)


def definition_labels(text: str) -> frozenset[str]:
    """The labels of the notes that ``text`` defines, where they are called or apart."""
    return frozenset(match[1] or match[2] for match in _LABEL.finditer(text))


def _continuation(block: RawBlock, note: str) -> RawBlock:
    return RawBlock(block.kind, block.parts, block.level, block.indent, note, continues=True)


def _take_headline(text: str, line: Line, endings: Endings) -> _Taken | None:
    match = _HEADLINE.match(text, line.start, line.end)
    if match is None:
        return None
    level = len(match["stars"])
    tags = _TAGS.search(text, match.end(), line.end)
    if match["comment"] or (tags and _UNPRINTED in tags["tags"].split(":")):
        return _Taken(endings.tree_end(line.start, level) - 1, closes=True)
    span = Span(match.end(), tags.start() if tags else line.end)
    block = RawBlock(BlockKind.HEADING, (span,), min(level, _DEEPEST))
    return _Taken(line.end, (block,) if len(span) else (), closes=True)


def _take_definition(text: str, line: Line, endings: Endings) -> _Taken | None:
    match = _DEFINITION.match(text, line.start, line.end)
    if match is None:
        return None
    end = _paragraph_end(text, line, endings)
    block = RawBlock(BlockKind.PARAGRAPH, (Span(match.end(), end),), note=match["label"])
    return _Taken(end, (block,), opens=match["label"])


def _take_block(text: str, line: Line, endings: Endings) -> _Taken | None:
    """A block with a begin and an end; where what is in it is text, the lines around it go."""
    match = _BEGIN.match(text, line.first, line.end)
    if match is None:
        return _Taken(line.end) if _END.match(text, line.first, line.end) else None
    name = match["name"].lower()
    end = endings.block_end(name, line.end)
    if end is None or name not in _words("code") | _words("dropped") | _words("quoting"):
        return _Taken(line.end)
    inside = Span(min(after_line(text, line.end), end.start), end.start)
    if name in _words("dropped"):
        return _Taken(end.end)
    if name in _words("code"):
        return _Taken(end.end, (RawBlock(BlockKind.CODE, (inside,), indent=line.indent),))
    return _Taken(end.end, tuple(_quoted(text, inside)))


def _quoted(text: str, inside: Span) -> Iterator[RawBlock]:
    position = inside.start
    while position < inside.end:
        blank = _BLANK.match(text, position, inside.end)
        if blank:
            position = blank.end()
            continue
        start = position
        while position < inside.end and not _BLANK.match(text, position, inside.end):
            position = after_line(text, line_at(text, position, inside.end).end)
        position = min(position, inside.end)
        yield RawBlock(BlockKind.QUOTATION, (Span(start, position),), 1)


def _take_keyword(text: str, line: Line, endings: Endings) -> _Taken | None:
    del endings
    match = _KEYWORD.match(text, line.first, line.end)
    if match is None:
        is_comment = text.startswith("#", line.first) and (
            line.first + 1 == line.end or text[line.first + 1].isspace()
        )
        return _Taken(line.end) if is_comment else None
    if match["name"].lower() != "caption" or match.end() == line.end:
        return _Taken(line.end)
    return _Taken(line.end, (RawBlock(BlockKind.CAPTION, (Span(match.end(), line.end),)),))


def _take_drawer(text: str, line: Line, endings: Endings) -> _Taken | None:
    match = _DRAWER.match(text, line.first, line.end)
    end = endings.drawer_end(line.end) if match else None
    return _Taken(end) if end is not None else None


def _take_fixed(text: str, line: Line, endings: Endings) -> _Taken | None:
    """Lines of fixed width, each with a colon before it."""
    del endings
    start, end = line.first, -1
    while _FIXED.match(text, line.first, line.end):
        end, line = line.end, line_at(text, after_line(text, line.end))
    if end < 0:
        return None
    return _Taken(end, (RawBlock(BlockKind.CODE, (Span(start, end),)),))


def _take_table(text: str, line: Line, endings: Endings) -> _Taken | None:
    """A row of a table, its cells the parts."""
    del endings
    if not text.startswith("|", line.first):
        return None
    if _TABLE_LINE.match(text, line.first, line.end):
        return _Taken(line.end)
    cells, start = [], line.first + 1
    for bar in re.finditer(r"\||\Z", text[start : line.end]):
        end = line.first + 1 + bar.start()
        cell = text[start:end]
        if cell.strip():
            first = start + len(cell) - len(cell.lstrip())
            cells.append(Span(first, first + len(cell.strip())))
        start = end + 1
    row = RawBlock(BlockKind.TABLE, tuple(cells), indent=line.indent)
    return _Taken(line.end, (row,) if cells else ())


def _take_rule(text: str, line: Line, endings: Endings) -> _Taken | None:
    del endings
    if not _RULE.match(text, line.first, line.end):
        return None
    return _Taken(line.end, (RawBlock(BlockKind.RULE, (Span(line.first, line.end),)),))


def _take_environment(text: str, line: Line, endings: Endings) -> _Taken | None:
    match = _ENVIRONMENT.match(text, line.first, line.end)
    end = endings.environment_end(match["name"], match.end()) if match else None
    if end is None:
        return None
    return _Taken(end, (RawBlock(BlockKind.CODE, (Span(line.first, end),)),))


def _take_planning(text: str, line: Line, endings: Endings) -> _Taken | None:
    del endings
    return _Taken(line.end) if _PLANNING.match(text, line.first, line.end) else None


def _take_item(text: str, line: Line, endings: Endings) -> _Taken | None:
    match = _ITEM.match(text, line.first, line.end)
    if match is None:
        return None
    end = _paragraph_end(text, line, endings)
    start = match.end() if match["bullet"] else line.first
    block = RawBlock(BlockKind.LIST_ITEM, (Span(start, end),), depth_of(line.indent), line.indent)
    return _Taken(end, (block,))


def _take_paragraph(text: str, line: Line, endings: Endings) -> _Taken:
    end = _paragraph_end(text, line, endings)
    return _Taken(end, (RawBlock(BlockKind.PARAGRAPH, (Span(line.first, end),), 0, line.indent),))


def _paragraph_end(text: str, first: Line, endings: Endings) -> int:
    """The end of the paragraph that begins with the line ``first``."""
    end, line = first.end, line_at(text, after_line(text, first.end))
    while not line.is_blank and line.end - first.start < MAX_PARAGRAPH:
        if any(take(text, line, endings) for take in _INTERRUPTING):
            break
        end, line = line.end, line_at(text, after_line(text, line.end))
    return end


def _words(key: str) -> frozenset[str]:
    return load_words("citekit.readers.org", "blocks", key)


def _begins_item(text: str, line: Line, endings: Endings) -> _Taken | None:
    del endings
    return _Taken(line.end) if _ITEM.match(text, line.first, line.end) else None


def _begins_definition(text: str, line: Line, endings: Endings) -> _Taken | None:
    del endings
    return _Taken(line.end) if _DEFINITION.match(text, line.start, line.end) else None


def _begins_block(text: str, line: Line, endings: Endings) -> _Taken | None:
    del endings
    return _Taken(line.end) if text.startswith("#+", line.first) else None


_Take = Callable[[str, Line, Endings], _Taken | None]
_INTERRUPTING: tuple[_Take, ...] = (
    _take_headline,
    _begins_definition,
    _begins_block,
    _take_keyword,
    _take_drawer,
    _take_rule,
    _begins_item,
)
_TAKERS: tuple[_Take, ...] = (
    _take_headline,
    _take_definition,
    _take_block,
    _take_keyword,
    _take_drawer,
    _take_fixed,
    _take_table,
    _take_rule,
    _take_environment,
    _take_planning,
    _take_item,
)
