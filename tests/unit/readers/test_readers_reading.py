"""Opening files: what can be read, in which encoding, and what is refused with advice."""

from pathlib import Path

import pytest

from citekit.errors import ReadError
from citekit.model.document import DocumentFormat
from citekit.readers.reading import read_bytes, read_path

ENCODINGS = (
    ("utf-8", b"", "utf-8"),
    ("utf-8", b"\xef\xbb\xbf", "utf-8"),
    ("utf-16-le", b"\xff\xfe", "utf-16-le"),
    ("utf-16-be", b"\xfe\xff", "utf-16-be"),
    ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
    ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be"),
    ("utf-16-le", b"", "utf-16-le"),
    ("utf-16-be", b"", "utf-16-be"),
)
TEXT = "Die Mauern der Städte\r\nwaren aus Ziegeln, e\u0301galement."


@pytest.mark.parametrize(("codec", "bom", "named"), ENCODINGS)
def test_text_is_decoded_exactly_as_stored(codec: str, bom: bytes, named: str) -> None:
    result = read_bytes(bom + TEXT.encode(codec), "a.txt")
    stored = (bom + TEXT.encode(codec)).decode(codec)
    assert (result.document.text, result.document.encoding) == (stored, named)
    assert result.document.blocks[0].text.text.startswith("Die Mauern")
    assert result.document.blocks[0].text.start == len(stored) - len(TEXT)
    assert result.diagnostics == ()


def test_windows_text_is_read_and_its_first_letter_named() -> None:
    result = read_bytes("One\nStädte “x”".encode("cp1252"), "a.txt")
    (diagnostic,) = result.diagnostics
    assert result.document.text == "One\nStädte “x”"
    assert (diagnostic.code, diagnostic.line, diagnostic.column) == ("READ002", 2, 3)


def test_bytes_that_windows_leaves_open_are_kept() -> None:
    assert read_bytes(b"caf\xe9 \x81 abc def ghi", "a.txt").document.text == "café \x81 abc def ghi"


def test_a_damaged_letter_does_not_make_the_rest_foreign() -> None:
    result = read_bytes("äöü ßßß ".encode() + b"\xc3", "a.txt")
    assert result.document.text == "äöü ßßß \ufffd"
    assert [d.code for d in result.diagnostics] == ["READ003"]


@pytest.mark.parametrize(
    "head", ['<meta charset="shift_jis">', '<?xml version="1.0" encoding="Shift_JIS"?>']
)
def test_the_encoding_a_page_declares_is_believed(head: str) -> None:
    data = (head + "<html><p>城壁の歴史</p></html>").encode("cp932")
    assert read_bytes(data, "a.html").document.blocks[0].text.text == "城壁の歴史"


def test_nul_characters_are_counted_and_left_out_of_the_text() -> None:
    result = read_bytes(b"On \0walls and doors in all the towns of the north", "a.txt")
    block = result.document.blocks[0]
    assert block.text.text.startswith("On walls")
    assert block.text.source_offset(3) == 4
    assert [(d.code, d.column) for d in result.diagnostics] == [("READ004", 4)]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_document_with_a_diagnostic(data: bytes) -> None:
    result = read_bytes(data, "a.md")
    assert result.document.blocks == ()
    assert [d.code for d in result.diagnostics] == ["READ001"]


REFUSED = (
    (b"%PDF-1.7\n", "the PDF is damaged or cut off", "qpdf"),
    (b"junk\n%PDF-1.7\n1 0 obj\n", "the PDF is damaged", "fetch it again"),
    (b"PK\x03\x04..word/document.xml", "damaged ZIP archive", "let Word repair"),
    (b"PK\x03\x04mimetypeapplication/epub+zip", "damaged ZIP archive", "let Calibre repair"),
    (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "damaged", "LibreOffice"),
    (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "no text", "Office"),
    (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password", "open it in Word"),
    (b"PK\x03\x04other", "ZIP", "unzip"),
    (b"\x89PNG\r\n", "PNG image", "OCR"),
    (b"\xff\xd8\xff\xe0", "JPEG image", "OCR"),
    (bytes(range(256)) * 4, "byte 0: the file is binary", "convert"),
    (b'<?xml version="1.0"?>\n<book xmlns="x"><part/></book>', "2:1: the file is a Doc", "pandoc"),
    (b'<?xml version="1.0"?><rss><channel/></rss>', "<rss>", "convert"),
    (b"% mine\n@Article{voss2005,\n", "a bibliography", "citekit convert a.bin"),
    (b"@string{m = {Meridian}}\n", "a bibliography", "citekit convert"),
    (b"TY  - JOUR\nTI  - Rivers\n", "a bibliography", "citekit convert"),
)


@pytest.mark.parametrize(("data", "what", "advice"), REFUSED)
def test_what_holds_no_text_is_refused_with_advice(data: bytes, what: str, advice: str) -> None:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "a.bin")
    message = str(error.value)
    assert message.startswith("a.bin: ")
    assert what in message
    assert advice in message


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.md: there is no such file"):
        read_path(tmp_path / "gone.md")
    with pytest.raises(ReadError, match="this is a folder"):
        read_path(tmp_path)


FORMATS = (
    ("# Title\n\nText with [a link](http://x.org).", "a.txt", DocumentFormat.MARKDOWN),
    ("Text.<sup>1</sup>\n\n<sup>1</sup> Smith, *Walls*, 1999.", "a.txt", DocumentFormat.MARKDOWN),
    ("Just text, with *one* word set off.", "a.txt", DocumentFormat.TEXT),
    ("Just text.", "a.md", DocumentFormat.MARKDOWN),
    ("<!DOCTYPE html><p>x", "a.txt", DocumentFormat.HTML),
    ('<?xml version="1.0"?><html xmlns="x"><body/></html>', "a.xml", DocumentFormat.HTML),
    ("<p>One</p><p>Two <i>x</i></p>", "a", DocumentFormat.HTML),
    ("Just text.", "a.html", DocumentFormat.TEXT),
    ("@mara{said} (so) that @string is no bibliography.", "a.txt", DocumentFormat.TEXT),
)


@pytest.mark.parametrize(("source", "name", "expected"), FORMATS)
def test_the_content_decides_the_reader(source: str, name: str, expected: DocumentFormat) -> None:
    assert read_bytes(source.encode(), name).document.format is expected


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"On walls.\r\n")
    document = read_path(path).document
    assert (document.path, document.text) == (path.as_posix(), "On walls.\r\n")
