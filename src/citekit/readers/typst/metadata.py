"""What a Typst document says of itself, to Typst or to the template it is set with.

Source: the reference of Typst, "document" and "Making a Template".
"""

import re
from collections.abc import Iterator, Mapping

from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.page_metadata import build_metadata
from citekit.readers.typst.scan import TypstScan
from citekit.readers.typst.scanning import finish_scan, run_scan

_RULE = re.compile(
    r"^[ \t]*\#(?:(?P<own>set[ \t]+document)|show[ \t]*:[^\r\n(]{1,200})\(", re.MULTILINE
)
_SIGN = re.compile(r'"(?:[^"\\]|\\.)*+"?|//[^\r\n]*|[()\[\]{},]', re.DOTALL)
_NAME = re.compile(r"\s*+([\w-]+)\s*+:\s*+")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"')
_CONTENT = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")
_PERSON = re.compile(r"\bname\s*:\s*")
_DATE = re.compile(
    r"datetime\(\s*year\s*:\s*(\d{4})(?:\s*,\s*month\s*:\s*(\d{1,2}))?(?:\s*,\s*day\s*:\s*(\d{1,2}))?"
)
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_LONGEST = 20_000
_MOST_RULES = 20
_OWN, _TEMPLATE = 10, 12


def read_typst_metadata(text: str, path: str) -> Reference:
    """The document as ``#set document`` or ``#show: template.with`` describe it, if they do.

    What is no string and no content, such as a variable, says nothing.
    """
    declared = list(_declared(text))
    if declared:
        declared.append(Declared(Declares.TYPE, "document", Span(0, 0), _OWN))
    return build_metadata(path, declared)


def _declared(text: str) -> Iterator[Declared]:
    for number, rule in enumerate(_RULE.finditer(text)):
        if number == _MOST_RULES:
            return
        rank = _OWN if rule["own"] else _TEMPLATE
        found = _named_arguments(text, rule.end())
        for name, kind in (("title", Declares.TITLE), ("date", Declares.ISSUED)):
            if name in found:
                yield from _values(text, found[name], kind, rank)
        for name in ("author", "authors"):
            if name in found:
                yield from _people(text, found[name], rank)


def _named_arguments(text: str, start: int) -> Mapping[str, Span]:
    """The named arguments that stand in parentheses from ``start`` on."""
    found: dict[str, Span] = {}
    depth, at = 0, start
    for sign in _SIGN.finditer(text, start, start + _LONGEST):
        if sign[0] in _OPENING:
            depth += 1
        elif sign[0] in _CLOSING:
            depth -= 1
        if depth < 0 or (depth == 0 and sign[0] == ","):
            name = _NAME.match(text, at, sign.start())
            if name:
                found.setdefault(name[1], Span(name.end(), sign.start()))
            at = sign.end()
        if depth < 0:
            break
    return found


def _values(text: str, span: Span, kind: Declares, rank: int) -> Iterator[Declared]:
    date = _DATE.match(text, span.start, span.end)
    if date and kind is Declares.ISSUED:
        parts = [date[1], *(part.zfill(2) for part in (date[2], date[3]) if part)]
        yield Declared(kind, "-".join(parts), Span(*date.span()), rank)
        return
    for pattern in (_STRING, _CONTENT):
        match = pattern.match(text, span.start, span.end)
        if match and match[1].strip():
            yield Declared(kind, _plain(text, match), Span(*match.span(1)), rank)
            return


def _people(text: str, span: Span, rank: int) -> Iterator[Declared]:
    """The authors: a string, several, or dictionaries with names."""
    named = [match.end() for match in _PERSON.finditer(text, span.start, span.end)]
    if named:
        for start in named:
            yield from _values(text, Span(start, span.end), Declares.AUTHOR, rank)
        return
    for pattern in (_STRING, _CONTENT):
        found = [m for m in pattern.finditer(text, span.start, span.end) if m[1].strip()]
        for match in found:
            yield Declared(Declares.AUTHOR, _plain(text, match), Span(*match.span(1)), rank)
        if found:
            return


def _plain(text: str, match: re.Match[str]) -> str:
    """What a string or content prints."""
    if match[0].startswith('"'):
        return match[1].replace('\\"', '"').strip()
    scan = TypstScan(text, match.end(1), _LONGEST)
    run_scan(scan, match.start(1))
    finish_scan(scan)
    return " ".join(block.text.text for block in scan.printed.body.blocks)
