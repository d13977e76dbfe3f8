"""How lines of Markdown begin."""

import re

QUOTE = re.compile(r" {0,3}> ?")
FENCE = re.compile(r"(`{3,}(?=[^`\r\n]*[\r\n]|[^`\r\n]*\Z)|~{3,})")
CLOSING_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(?=[\r\n]|\Z)")
DIV = re.compile(r":{3,}[ \t]*([^\r\n]*?)[ \t:]*(?=[\r\n]|\Z)")
ATX = re.compile(r"(#{1,6})(?=[ \t]|[\r\n]|\Z)")
SETEXT = re.compile(r"(=|-)\1*[ \t]*(?=[\r\n]|\Z)")
NOTE_DEFINITION = re.compile(r"\[\^([^\]\s]{1,200})\]:[ \t]*")
# No label of a link holds a key: that is a citation with a colon behind it.
LINK_DEFINITION = re.compile(
    r"\[(?!\^)(?:[^\[\]\r\n@]|(?<=\w)@|@(?![\w{*])){1,999}\]:[ \t]*<?[^\s\[]\S*"
    r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?[ \t]*(?=[\r\n]|\Z)"
)
ITEM = re.compile(
    r"""(?P<mark>(?P<bullet>[-+*])|(?P<term>[:~])(?=[ \t])|\#\.|\d{1,9}[.)]|\(\d{1,9}\)
        |[A-Za-z][.)](?=[ \t]{2})|[a-z]\)|\([A-Za-z]\)
        |[ivxlcdm]{1,8}[.)]|\([ivxlcdm]{1,8}\)|\(@(?P<example>[\w-]*)\))(?=[ \t\r\n]|\Z)""",
    re.VERBOSE,
)
METADATA_START = re.compile(r"---[ \t]*(?=[\r\n])")
METADATA_END = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")


def content_start(text: str, start: int, end: int) -> int:
    """The offset of the first character from ``start`` that is no blank, else ``end``."""
    at = start
    while at < end and text[at] in " \t\r\n\x0b\x0c":
        at += 1
    return at


def width(text: str, start: int, end: int, column: int) -> int:
    """The columns that ``text`` takes from ``start`` to ``end``, tabs going to every fourth."""
    first = column
    for at in range(start, end):
        column += 4 - column % 4 if text[at] == "\t" else 1
    return column - first
