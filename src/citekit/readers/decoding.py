"""From bytes to text, with the encoding that was found and what had to be assumed."""

import codecs
import re
from dataclasses import dataclass

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span
from citekit.readers.positions import position_of

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"
# Labels that browsers read as a superset. Source: WHATWG Encoding Standard, section 4.2.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
# Labels that Python does not know; those of LaTeX are in the manual of the package inputenc.
_LABELS = {
    "x-sjis": "cp932",
    "ansinew": "cp1252",
    "applemac": "mac_roman",
    "macce": "mac_latin2",
    "cp437de": "cp437",
}
_DECLARATION = re.compile(
    rb"""<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})"""
    rb"""|\\usepackage\s*\[\s*([\w-]{2,40})\s*\]\s*\{inputenc\}""",
    re.IGNORECASE,
)
_HEAD = 4096
# The five bytes that cp1252 leaves open, as WHATWG and Latin-1 have them.
_WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, exactly as stored: a byte-order mark is its first character."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def content(self) -> str:
        """The text with a line end in the place of a byte-order mark, so that offsets stay."""
        return "\n" + self.text[1:] if self.text.startswith(_MARK) else self.text


def decode(data: bytes, path: str) -> Decoded:
    """The text of ``data``; never fails, and says in a diagnostic what it had to assume.

    In this order: a byte-order mark, UTF-16 by the pattern of its zero bytes, UTF-8, UTF-8 with
    a few damaged bytes (each becomes U+FFFD), the encoding an HTML or XML head declares, and
    Windows-1252. Line ends stay as they are.
    """
    decoded = _decode_marked(data, path) or _decode_utf16(data) or _decode_utf8(data, path)
    zero = decoded.text.find("\0")
    if zero < 0:
        return decoded
    position = position_of(decoded.text, zero)
    count = decoded.text.count("\0")
    diagnostic = Diagnostic(
        "READ004",
        Severity.WARNING,
        f"the text holds {count} NUL character{'s' if count > 1 else ''}",
        "Remove them; they are counted in offsets and left out of the text.",
        path,
        Span(zero, zero + 1),
        position.line,
        position.column,
    )
    return Decoded(decoded.text, decoded.encoding, (*decoded.diagnostics, diagnostic))


def _decode_marked(data: bytes, path: str) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data, encoding, path)
    return None


def _decode_utf16(data: bytes) -> Decoded | None:
    """The text of ``data`` if its zero bytes all stand on one side, as UTF-16 has them."""
    sample = data[:_HEAD]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 50 < len(sample) or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    strange = sum(not (c.isprintable() or c.isspace()) for c in text[:_HEAD])
    return Decoded(text, encoding) if strange * 20 <= len(text[:_HEAD]) else None


def _decode_utf8(data: bytes, path: str) -> Decoded:
    declared = _declared(data)
    if declared.startswith("iso2022") and b"\x1b" in data:
        return _decode_as(data, declared, path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if foreign > 2 * damaged:
        return Decoded(text, "utf-8", (_damage(text, text.find("\ufffd"), "utf-8", path),))
    if declared and declared not in {"utf-8", "cp1252"}:
        return _decode_as(data, declared, path)
    text = codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]
    assumed = () if declared == "cp1252" else (_assumption(text, bad, path),)
    return Decoded(text, "cp1252", assumed)


def _decode_as(data: bytes, encoding: str, path: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    return Decoded(text, encoding, (_damage(text, text.find("\ufffd"), encoding, path),))


def _declared(data: bytes) -> str:
    """The Python codec for the encoding the head of ``data`` declares, empty without one."""
    match = _DECLARATION.search(data, 0, _HEAD)
    if match is None:
        return ""
    label = (match[1] or match[2] or match[3]).decode("ascii", "replace")
    try:
        info = codecs.lookup(_LABELS.get(label.lower(), label))
    except LookupError:
        return ""
    if info.name.startswith(("utf-16", "utf-32")):
        return ""  # the declaration itself was read as ASCII, so it is wrong
    try:
        b"x".decode(info.name)
    except (LookupError, ValueError):
        return ""  # a codec that makes no text, such as base64
    return _SUPERSETS.get(info.name, info.name)


def _damage(text: str, offset: int, encoding: str, path: str) -> Diagnostic:
    position = position_of(text, max(0, offset))
    return Diagnostic(
        "READ003",
        Severity.WARNING,
        f"{text.count(chr(0xFFFD))} places cannot be decoded as {encoding}; read as U+FFFD",
        "Repair the damaged characters, or save the file as UTF-8 again.",
        path,
        Span(max(0, offset), max(0, offset) + 1),
        position.line,
        position.column,
    )


def _assumption(text: str, offset: int, path: str) -> Diagnostic:
    """``offset`` counts bytes, which in Windows-1252 are the characters of ``text``."""
    position = position_of(text, offset)
    return Diagnostic(
        "READ002",
        Severity.WARNING,
        "the file is not UTF-8 and does not say what it is; read as Windows-1252 (cp1252), "
        f"first here: {text[offset]!r}",
        "Save the file as UTF-8 if letters come out wrong.",
        path,
        Span(offset, offset + 1),
        position.line,
        position.column,
    )
