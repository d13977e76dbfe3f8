"""Telling files that hold no readable text, so that the user learns what to do with them."""

import re

from citekit.errors import ReadError
from citekit.readers.xml.roots import is_jats, is_tei

_CONVERT = "is not readable yet; convert it to HTML or Markdown first, e.g. with {tool}"
_PANDOC = "`pandoc {path} -o {stem}.md`"

_OLE = b"\xd0\xcf\x11\xe0"
# The stream that holds an Office document under a password.
_LOCKED = "EncryptedPackage".encode("utf-16-le")

# What files begin with, what they are called, and what turns them into text.
_SIGNATURES = (
    (_OLE, "an old Word, Excel or PowerPoint file", "LibreOffice"),
    (b"%!PS", "a PostScript file", "`ps2ascii {path} {stem}.txt`"),
    (b"AT&TFORM", "a DjVu file", "`djvutxt {path} {stem}.txt`"),
    (b"\x89PNG", "a PNG image", "an OCR program"),
    (b"\xff\xd8\xff", "a JPEG image", "an OCR program"),
    (b"GIF8", "a GIF image", "an OCR program"),
    (b"II*\x00", "a TIFF image", "an OCR program"),
    (b"MM\x00*", "a TIFF image", "an OCR program"),
    (b"\x1f\x8b", "a gzip archive", "`gunzip` (unpack it)"),
    (b"BZh", "a bzip2 archive", "`bunzip2` (unpack it)"),
    (b"\xfd7zXZ\x00", "an xz archive", "`unxz` (unpack it)"),
    (b"7z\xbc\xaf", "a 7z archive", "`7z x` (unpack it)"),
    (b"SQLite format 3", "an SQLite database", "its own program"),
)
_ZIP_CONTENTS = (
    (b"application/vnd.oasis.opendocument", "an OpenDocument file that is no text", "LibreOffice"),
    (b"xl/", "an Excel workbook (XLSX)", "LibreOffice"),
    (b"ppt/", "a PowerPoint file (PPTX)", "LibreOffice"),
)
_XML_ROOT = re.compile(r"(?:\s|<\?[^>]*>|<![^>]*>)*<([A-Za-z][\w.:-]*)([^>]{0,2000})")
_BIBLIOGRAPHY = re.compile(
    r"(?:\s|%[^\n]*\n)*+"
    r"(?:@\w+\s*[{(]\s*[^\s,{}()=]+\s*[,=]|@(?:comment|preamble)\s*\{|TY  - )",
    re.IGNORECASE,
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
# Text has hardly any control characters; one byte in ten of noise is one.
_NOISE_SHARE = 0.04


def refuse_binary(data: bytes, path: str) -> None:
    """Raise ReadError if ``data`` is a known binary format or noise, naming the way out."""
    if data.startswith(_OLE) and _LOCKED in data:
        raise ReadError(
            f"{path}: the file is protected by a password; open it in Word, "
            "save it without the password, and read that"
        )
    for magic, name, tool in _SIGNATURES:
        if data.startswith(magic):
            raise _refusal(path, name, tool)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        head = data[:200_000] + data[-200_000:]
        for mark, name, tool in _ZIP_CONTENTS:
            if mark in head:
                raise _refusal(path, name, tool)
        raise _refusal(path, "a ZIP archive", "`unzip` (unpack it)")


def refuse_noise(data: bytes, path: str) -> None:
    """Raise ReadError if too many of the bytes are control characters to be text."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _NOISE_SHARE * len(data):
        first = re.search(b"[" + re.escape(_CONTROLS) + b"]", data)
        place = first.start() if first else 0
        raise ReadError(
            f"{path}: byte {place}: the file is binary, not text ({controls} control characters "
            f"in {len(data)} bytes); convert it to HTML, Markdown or plain text first"
        )


def refuse_xml(text: str, path: str) -> None:
    """Raise ReadError if ``text`` is XML other than XHTML, JATS and TEI."""
    match = _XML_ROOT.match(text, 0, 100_000) if text.lstrip()[:1] == "<" else None
    if match is None or is_jats(text[:100_000]) or is_tei(text[:100_000]):
        return
    root = match[1]
    line = text.count("\n", 0, match.start(1)) + 1
    column = match.start(1) - text.rfind("\n", 0, match.start(1)) - 1
    declared = text.lstrip().startswith("<?xml")
    local = root.rpartition(":")[2]
    if declared and local in {"article", "book"}:
        raise _refusal(path, "a DocBook or BITS document", _PANDOC, place=f"{line}:{column}")
    if declared and local.lower() not in {"html", "body", "div", "head"}:
        raise _refusal(path, f"an XML document of the kind <{root}>", "", place=f"{line}:{column}")


def refuse_source(text: str, path: str) -> None:
    """Raise ReadError if ``text`` is a bibliography and no document."""
    if _BIBLIOGRAPHY.match(text, 0, 100_000):
        raise ReadError(
            f"{path}: byte 0: the file is a bibliography and no document; "
            f"read it with `citekit convert {path}`"
        )


def _refusal(
    path: str, name: str, tool: str, byte: int = 0, *, place: str | None = None
) -> ReadError:
    stem = re.sub(r"\.\w+$", "", path)
    where = place if place is not None else f"byte {byte}"
    advice = _CONVERT.format(tool=tool.format(path=path, stem=stem) or "an XSLT stylesheet")
    return ReadError(f"{path}: {where}: the file is {name}; {name.split(' ', 1)[1]} {advice}")
