"""Archives that are damaged, locked or made to do harm are refused with what to do."""

import zipfile
from io import BytesIO

import pytest
from office_files import archive, docx, docx_members, epub, odt, paragraph, texts

from citekit.errors import ReadError
from citekit.model.document import DocumentFormat
from citekit.readers.archive import members as members_module
from citekit.readers.reading import read_bytes

WHOLE = docx(paragraph("On walls"))


def refusal(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(ReadError) as error:
        read_bytes(data, name)
    message = str(error.value)
    assert message.startswith(f"{name}: ")
    return message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WHOLE, DocumentFormat.DOCX),
        (odt("<text:p>On walls</text:p>"), DocumentFormat.ODT),
        (epub({"a.xhtml": "<p>On walls</p>"}), DocumentFormat.EPUB),
    ],
)
@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.zip", "a"])
def test_the_content_decides_not_the_suffix(data: bytes, kind: DocumentFormat, name: str) -> None:
    document = read_bytes(data, name).document
    assert document.format is kind
    assert texts(document) == ["On walls"]


def test_an_archive_that_is_cut_short_says_so() -> None:
    assert "perhaps cut short" in refusal(WHOLE[: len(WHOLE) // 2])


def test_a_damaged_member_is_named() -> None:
    plain = BytesIO()
    with zipfile.ZipFile(plain, "w") as file:
        for name, content in docx_members(paragraph("On walls")).items():
            file.writestr(name, content)
    damaged = plain.getvalue().replace(b"On walls", b"On doors")
    assert "'word/document.xml' inside the file is damaged" in refusal(damaged)


def test_a_member_that_is_missing_is_named() -> None:
    types = "<Types><Override ContentType='wordprocessingml.document'/></Types>"
    message = refusal(archive({"[Content_Types].xml": types}))
    assert "'word/document.xml' is missing" in message
    assert "save it again" in message


def test_a_bomb_is_not_unpacked() -> None:
    bomb = docx("<w:p>" + " " * 6_000_000 + "</w:p>")
    assert len(bomb) < 50_000
    assert "unpacks to more than a document can need" in refusal(bomb)


def test_members_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members_module, "MOST_MEMBERS", 2)
    assert "the archive has 3 members" in refusal(WHOLE)


def test_a_long_directory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members_module, "_LONGEST_DIRECTORY", 100)
    assert "more than any document" in refusal(WHOLE)


def test_fields_in_fields_without_end_take_no_time() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    body = paragraph(begin * 20_000 + "<w:r><w:t>x</w:t></w:r>" * 20_000 + end * 20_000, "after")
    assert texts(read_bytes(docx(body), "a.docx").document) == ["after"]


def test_entities_are_not_expanded() -> None:
    laughs = (
        '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    )
    data = archive({**docx_members(""), "word/document.xml": laughs})
    assert "word/document.xml: the XML declares entities" in refusal(data)


def test_nesting_without_end_is_refused() -> None:
    deep = "<w:ins>" * 2000 + "</w:ins>" * 2000
    assert "word/document.xml:1:" in refusal(docx(deep))


def test_nesting_that_xml_allows_is_read() -> None:
    box = "<w:r><w:pict><w:txbxContent>"
    end = "</w:txbxContent></w:pict></w:r>"
    deep = "<w:tbl><w:tr><w:tc>" * 30 + paragraph(box + "<w:ins>" * 100 + "</w:ins>" * 100 + end)
    document = read_bytes(docx(deep + "</w:tc></w:tr></w:tbl>" * 30), "a.docx").document
    assert document.blocks == ()


def test_xml_that_is_none_has_its_place() -> None:
    data = archive({**docx_members(""), "word/document.xml": "<w:document>\n<w:body></w:p>"})
    assert "a.docx: word/document.xml:" in refusal(data)


def test_a_locked_archive_asks_for_the_password_to_be_taken_off() -> None:
    data = bytearray(WHOLE)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    assert "without the password" in refusal(bytes(data))
    manifest = (
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path='
        '"content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    )
    locked = odt("", members={"META-INF/manifest.xml": manifest})
    assert "open it in LibreOffice" in refusal(locked, "a.odt")


def test_an_archive_that_is_no_document_is_left_to_be_unpacked() -> None:
    assert "`unzip`" in refusal(archive({"a.txt": "On walls"}), "a.zip")


def test_a_document_without_its_minor_parts_is_read() -> None:
    bare = docx_members(paragraph("On walls", "<w:r><w:footnoteReference w:id='1'/></w:r>"))
    del bare["word/styles.xml"]
    document = read_bytes(archive(bare), "a.docx").document
    assert texts(document) == ["On walls"]
    assert document.notes == ()


def test_a_custom_part_may_hold_anything() -> None:
    data = docx(paragraph("On walls"), {"customXml/item1.xml": "<Sources><broken"})
    assert texts(read_bytes(data, "a.docx").document) == ["On walls"]


def test_an_empty_document_has_no_blocks() -> None:
    assert read_bytes(docx(""), "a.docx").document.text == ""
