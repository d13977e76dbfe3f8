"""Documents that are archives, made by hand from as little XML as they can do with."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from citekit.model.document import Document
from citekit.readers.reading import read_bytes

_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps"'
)
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODF = (
    f'xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" '
    f'xmlns:table="{_OFFICE}:table:1.0" xmlns:draw="{_OFFICE}:drawing:1.0" '
    f'xmlns:style="{_OFFICE}:style:1.0" xmlns:fo="{_OFFICE}:xsl-fo-compatible:1.0" '
    f'xmlns:meta="{_OFFICE}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
STYLES = f"""<w:styles {_WORD}>
<w:style w:type="paragraph" w:styleId="Ttl"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Lit"><w:name w:val="Bibliography"/></w:style>
<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
</w:styles>"""


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a ZIP archive of ``members``."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def docx_members(body: str, **parts: str) -> dict[str, str | bytes]:
    """The members of a Word document; ``parts`` are those beside the body, by their names."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {_WORD}>{content}</w:{name}>"
    return members


def docx(body: str, members: Mapping[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word document with ``body``."""
    return archive({**docx_members(body, **parts), **(members or {})})


def read_docx(
    body: str, members: Mapping[str, str | bytes] | None = None, **parts: str
) -> Document:
    """What is read from a Word document with ``body``."""
    return read_bytes(docx(body, members, **parts), "a.docx").document


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of Word's; a run that is no XML is text."""
    settings = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{settings}{''.join(map(run, runs))}</w:p>"


def run(text: str, settings: str = "") -> str:
    """A run of Word's; what is XML already stays."""
    if text.startswith("<"):
        return text
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str, data: str = "") -> str:
    """A field of Word's with its code and its result."""
    kept = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{kept}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def odt(body: str, styles: str = "", members: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with ``body`` and automatic ``styles``."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            **(members or {}),
        }
    )


def odt_meta(properties: str) -> str:
    """The member ``meta.xml`` with ``properties``."""
    meta = f"<office:meta>{properties}</office:meta>"
    return f"<office:document-meta {_ODF}>{meta}</office:document-meta>"


def read_odt(body: str, styles: str = "", members: Mapping[str, str] | None = None) -> Document:
    """What is read from an OpenDocument text with ``body``."""
    return read_bytes(odt(body, styles, members), "a.odt").document


def epub(chapters: Mapping[str, str], metadata: str = "", **members: str) -> bytes:
    """An EPUB book of ``chapters``, the bodies of files by their names, in their order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    files = {f"OPS/{name}": f"<html><body>{body}</body></html>" for name, body in chapters.items()}
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/p.opf"/>'
            "</rootfiles></container>",
            "OPS/p.opf": package,
            "OPS/nav.xhtml": "<html><body>Contents</body></html>",
            **files,
            **{name.replace("__", "/"): content for name, content in members.items()},
        }
    )


def read_epub(chapters: Mapping[str, str], metadata: str = "") -> Document:
    """What is read from an EPUB book of ``chapters``."""
    return read_bytes(epub(chapters, metadata), "a.epub").document


def texts(document: Document) -> list[str]:
    """The texts of the blocks."""
    return [block.text.text for block in document.blocks]
