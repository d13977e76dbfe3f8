"""CSL's inline markup in pandoc's Markdown, which is what the values of its YAML are."""

import re

from citekit.formats.inline_markup import Marked, format_markup, parse_markup

_SMART = {"--": "–", "---": "—", "...": "…"}
_SIGNS = {"i": "*", "b": "**", "sup": "^", "sub": "~"}
_CLASSES = {"sc": "smallcaps", "nocase": "nocase"}
_MARK_OF_SIGN = {sign: mark for mark, sign in _SIGNS.items()}
_MARK_OF_CLASS = {name: mark for mark, name in _CLASSES.items()}
# What Markdown would take for markup: signs, raw HTML, entities, citations, smart punctuation.
_SPECIAL = re.compile(
    r"[\\*`$^~\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#|\w+;)|(?<![^\W_])@(?=\w)"
    r"|-(?=-)|\.(?=\.\.)"
)
_BLOCK = re.compile(
    r"(?:[#>+|:-]|\(?(?:\d{1,9}|[a-z]|[ivxlcdm]{2,7}|[IVXLCDM]{2,7})(?=[.)]\s+\S)"
    r"|\(?[A-Za-z](?=\)\s+\S)|[A-Z](?=\.\s{2,}\S))(?=[\s.)]|$)|[#:>|-]{2,}"
)
_ENDING = re.compile(r"([.)])(?=\s|$)")
_ESCAPED = re.compile(r"\\([^\w\s]|_|\s)")
_TOKEN = re.compile(
    r"\\(?P<escaped>[^\w\s]|_|\s)|(?P<sign>\*\*|\*|\^|~|_)|(?P<open>\[)"
    r"|(?P<dash>-{2,3}(?!-))|(?P<dots>\.{3})|\](?P<close>\{\.(?:smallcaps|nocase)\})?"
)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def _escape_start(text: str) -> str:
    """Escape what would make a heading, a list or a quotation of a whole value."""
    match = _BLOCK.match(text)
    if not match:
        return text
    if match[0][0] in "#>+|:-":
        return "\\" + text
    return _ENDING.sub(r"\\\1", text, count=1)


def _fits(sign: str, inside: str, *, at_edge: bool) -> bool:
    """Whether ``sign`` around ``inside`` is read as markup and nothing else."""
    blanks = inside[:1].isspace() or inside[-1:].isspace()
    return bool(inside) and not (blanks or at_edge or (sign in "^~" and re.search(r"\s", inside)))


def _format(marked: Marked) -> str:
    parts: list[str] = []
    last = len(marked.content) - 1
    for place, part in enumerate(marked.content):
        if isinstance(part, str):
            parts.append(_escape(part))
            continue
        inside = _format(part)
        before = marked.content[place - 1] if place else ""
        touching = isinstance(before, Marked) or (marked.mark and place in {0, last})
        sign = _SIGNS.get(part.mark, "")
        if sign and _fits(sign, inside, at_edge=bool(touching)):
            parts.append(f"{sign}{inside}{sign}")
        elif part.mark in _CLASSES:
            parts.append(f"[{inside}]{{.{_CLASSES[part.mark]}}}")
        else:
            parts.append(f"<{part.mark}>{inside}</{part.mark}>")
    return "".join(parts)


def format_pandoc(text: str) -> str:
    """``text`` with CSL's tags as Markdown; marks that signs cannot say stay tags.

    Source: pandoc's manual, "Pandoc's Markdown" and "Capitalization in titles".
    """
    return _escape_start(_format(parse_markup(text)))


def escape_pandoc(text: str) -> str:
    """An identifier or address as Markdown, in which tags are no markup."""
    return _escape_start(_escape(text))


def unescape_pandoc(text: str) -> str:
    """Markdown that is an identifier or address: only its escapes are undone."""
    return _ESCAPED.sub(r"\1", text)


def _closes(sign: str, pieces: list[str], start: int, before: str) -> bool:
    inside = "".join(pieces[start + 1 :])
    if not inside or before.isspace():
        return False
    return not (sign in "^~" and re.search(r"(?<!\\)\s", inside))


def parse_pandoc(text: str) -> str:
    """Markdown as text with CSL's tags; signs without a partner are text.

    Source: pandoc's manual, as in ``format_pandoc``.
    """
    pieces: list[str] = []
    still_open: list[tuple[str, int]] = []
    position = 0
    for token in _TOKEN.finditer(text):
        pieces.append(text[position : token.start()])
        position = token.end()
        before, after = text[: token.start()][-1:], text[token.end() :][:1]
        if token["escaped"]:
            pieces.append(token["escaped"])
        elif token["dash"] or token["dots"]:
            pieces.append(_SMART[token[0]])
        elif token["open"]:
            still_open.append(("[", len(pieces)))
            pieces.append("[")
        elif token["sign"]:
            _take_sign(token["sign"], pieces, still_open, before, after)
        else:
            _take_bracket(token, pieces, still_open)
    pieces.append(text[position:])
    return "".join(pieces)


def _take_sign(
    sign: str, pieces: list[str], still_open: list[tuple[str, int]], before: str, after: str
) -> None:
    mark = _MARK_OF_SIGN.get(sign, "i")
    in_word = sign == "_" and before.isalnum() and after.isalnum()
    for place in range(len(still_open) - 1, -1, -1):
        known, start = still_open[place]
        if known == sign and not in_word and _closes(sign, pieces, start, before):
            opening, closing = f"<{mark}>", f"</{mark}>"
            pieces[start] = opening
            pieces.append(closing)
            del still_open[place:]
            return
    if after and not after.isspace() and not in_word:
        still_open.append((sign, len(pieces)))
    pieces.append(sign)


def _take_bracket(
    token: re.Match[str], pieces: list[str], still_open: list[tuple[str, int]]
) -> None:
    place = next((n for n in range(len(still_open) - 1, -1, -1) if still_open[n][0] == "["), None)
    if place is None:
        pieces.append(token[0])
        return
    start = still_open[place][1]
    del still_open[place:]
    if token["close"]:
        tags = format_markup(Marked(_MARK_OF_CLASS[token["close"][2:-1]], ["\0"])).split("\0")
        pieces[start] = tags[0]
        pieces.append(tags[1])
    else:
        pieces.append("]")
