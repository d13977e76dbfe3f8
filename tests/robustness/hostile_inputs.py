"""Inputs that no document should look like, each made to a size that is asked for."""

import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class HostileInput:
    """A file by the name it has and what makes its bytes, about as many as asked for."""

    name: str
    make: Callable[[int], bytes]


def _repeated(unit: str, *, before: str = "", after: str = "") -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        one = len(unit.encode("utf-8", "surrogatepass"))
        return (before + unit * (size // one) + after).encode("utf-8", "surrogatepass")

    return make


def _numbered(line: str, *, before: str = "", after: str = "") -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        count = max(1, size // len(line.format(1).encode()))
        body = "".join(line.format(k) for k in range(1, count + 1))
        return (before + body + after).encode()

    return make


def _cut(make: Callable[[int], bytes], tail: bytes) -> Callable[[int], bytes]:
    return lambda size: make(max(0, size - len(tail))) + tail


def _encoded(codec: str) -> Callable[[int], bytes]:
    return lambda size: (_PROSE * (size // len(_PROSE.encode(codec)) + 1)).encode(codec)


def _random_bytes(size: int) -> bytes:
    return random.Random(20).randbytes(size)  # noqa: S311 - reproducible, not secret


def _nested_list(size: int) -> bytes:
    lines, used, depth = [], 0, 0
    while used < size:
        lines.append("  " * (depth % 2000) + "- item\n")
        used += len(lines[-1])
        depth += 1
    return "".join(lines).encode()


_PROSE = "As Ödön Horváth argues (2001, p. 4), “notes” are *read*.[^1] See <sup>2</sup> too.\n\n"
_NOTES = "[^{0}]: Ann Author{0}, “Title {0}”, *Journal*, {0}:2, 2001, p. {0}.\n\n"
_PRINTED = (
    "Text.<sup>{0}</sup> More.\n\n---\n\n<sup>{0}</sup> A. Author, *Book {0}*, 2001, p. 4.\n\n"
)
_ENTRY = "Author{0}, Ann, *Title number {0}*, City: Press, 2001.\n\n"
_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {c} "{f"&{p};" * 10}">' for c, p in zip("bcdefghij", "abcdefghi", strict=True)
    )
    + '<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&j;&x;'
)

_WORD = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
_RUN = "<w:r><w:t>As Voss says {0} </w:t></w:r>"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_CITATION = (
    _FIELD.format("begin")
    + '<w:r><w:instrText>ADDIN CSL_CITATION {{"citationItems":[{{"itemData":{{"type":"book",'
    '"title":"Title number {0}","citation-key":"k{0}"}}}}]}}</w:instrText></w:r>'
    + _FIELD.format("separate")
    + "<w:r><w:t>(Voss {0})</w:t></w:r>"
    + _FIELD.format("end")
)


def _docx(body: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """A Word document whose unpacked body has about the size that is asked for."""

    def make(size: int) -> bytes:
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("word/document.xml", _WORD.format(body(size).decode()))
        return out.getvalue()

    return make


HOSTILE_INPUTS = (
    HostileInput("random.md", _random_bytes),
    HostileInput("random.html", _random_bytes),
    HostileInput("empty.txt", lambda _: b""),
    HostileInput("only-a-mark.txt", lambda _: b"\xef\xbb\xbf"),
    HostileInput("cut-in-a-letter.txt", _cut(_repeated(_PROSE), b"\xe3\x81")),
    HostileInput("cut-in-a-tag.html", _cut(_repeated("<p>A page</p>"), b'<a href="htt')),
    HostileInput("cut-in-a-comment.html", _cut(_repeated("<p>A page</p>"), b"<!-- no end")),
    HostileInput("cut-in-a-note.md", _cut(_repeated(_PROSE), "[^1]: Ann Author, “Ti".encode())),
    HostileInput("invalid-utf-8.txt", lambda size: b"word \xff\xfe\xfa\xc0\xaf " * (size // 10)),
    HostileInput("surrogates.txt", _repeated("a\ud800b\udfff ")),
    HostileInput("nul.md", _repeated("a\0b ")),
    HostileInput("only-nul.txt", _repeated("\0")),
    HostileInput("utf-16.txt", _encoded("utf-16")),
    HostileInput("utf-32.txt", _encoded("utf-32")),
    HostileInput("lone-returns.md", _repeated(_PROSE.replace("\n", "\r"))),
    HostileInput("one-line.txt", _repeated(_PROSE.replace("\n", " "))),
    HostileInput("one-word.txt", _repeated("a")),
    HostileInput("one-number.txt", _repeated("1")),
    HostileInput("combining.txt", _repeated("\u0301", before="a")),
    HostileInput("blank.txt", _repeated(" ")),
    HostileInput("line-ends.txt", _repeated("\n")),
    HostileInput("deep.html", _repeated("<div>", before="<html><body>")),
    HostileInput("deep-inline.html", _repeated("<b><i>", before="<html><body><p>")),
    HostileInput("deep-tables.html", _repeated("<table><tr><td>", before="<html><body>")),
    HostileInput("closing-tags.html", _repeated("</p></div>", before="<html><body>")),
    HostileInput("angles.html", _repeated("<", before="<html><body>")),
    HostileInput("attributes.html", _repeated('a="b" ', before="<html><body><p ")),
    HostileInput("entities.html", _repeated("&amp;&#x110000;&", before="<html><body><p>")),
    HostileInput("raw-text.html", _repeated("<script><style><title>", before="<html><head>")),
    HostileInput("comments.html", _repeated("<!-- a <![CDATA[", before="<html><body>")),
    HostileInput("metadata.html", _numbered('<meta name="citation_author" content="A{0}, B">')),
    HostileInput(
        "json-ld.html",
        _repeated("[", before='<html><head><script type="application/ld+json">', after="</script>"),
    ),
    HostileInput("entity-bomb.xml", _repeated("&j;", before=_BOMB, after="</a>")),
    HostileInput("entity-bomb.html", _repeated("&j;", before=_BOMB, after="</a>")),
    HostileInput("deep-list.md", _nested_list),
    HostileInput("quotations.md", _repeated(">")),
    HostileInput("stars.md", _repeated("*")),
    HostileInput("stars-and-letters.md", _repeated("*a **b ")),
    HostileInput("brackets.md", _repeated("[")),
    HostileInput("links.md", _repeated("[a](")),
    HostileInput("ticks.md", _numbered("` `` ``` {0} ")),
    HostileInput("unclosed-sup.md", _repeated("<sup>")),
    HostileInput("comments.md", _repeated("<!-- a\n\n")),
    HostileInput("raw-blocks.md", _repeated("<pre>\n\n<script>\n\n")),
    HostileInput("fences.md", _repeated("````\n\n~~~\n\n")),
    HostileInput("tables.md", _repeated("| a | b\n|---|---|\n\n")),
    HostileInput("front-matter.md", _repeated("a: [\n", before="---\n")),
    HostileInput("rules.md", _repeated("---\n\n")),
    HostileInput("cite-keys.md", _numbered("[see @key{0}, p. {0}; @other{0}] ")),
    HostileInput("notes.md", _numbered(_NOTES)),
    HostileInput("one-note-called-often.md", _repeated("[^1] ", after="\n\n[^1]: A note.\n")),
    HostileInput("calls-without-notes.md", _numbered("word[^{0}] ")),
    HostileInput("printed-notes.md", _numbered(_PRINTED)),
    HostileInput(
        "one-endless-note.md", _repeated("see Ann Author, *Title*, 2001; ", before="[^1]: ")
    ),
    HostileInput("bibliography.md", _numbered(_ENTRY, before="# Bibliography\n\n")),
    HostileInput("one-entry-repeated.md", _repeated(_ENTRY.format(1), before="# Bibliography\n\n")),
    HostileInput("headings.md", _repeated("# Bibliography\n\n")),
    HostileInput("names.txt", _repeated("Smith, J., and ", before="References\n\n")),
    HostileInput("ibid.md", _numbered("[^{0}]: Ibid., p. {0}.\n\n")),
    HostileInput("addresses.txt", _repeated("http://")),
    HostileInput("identifiers.txt", _repeated("10.1000/")),
    HostileInput("quotes.txt", _repeated("“‘")),
    HostileInput("sources-named.txt", _repeated("according to a Daily Post report from ")),
    HostileInput("picture.md", _cut(lambda _: b"\x89PNG\r\n\x1a\n", b"\0\0\0\rIHDR" * 40)),
    HostileInput("paragraphs.docx", _docx(_numbered(f"<w:p>{_RUN}</w:p>"))),
    HostileInput("one-paragraph.docx", _docx(_numbered(_RUN, before="<w:p>", after="</w:p>"))),
    HostileInput("empty-paragraphs.docx", _docx(_repeated("<w:p/>"))),
    HostileInput(
        "open-fields.docx", _docx(_repeated(_FIELD.format("begin"), before="<w:p>", after="</w:p>"))
    ),
    HostileInput("citations.docx", _docx(_numbered(f"<w:p>{_CITATION}</w:p>"))),
    HostileInput(
        "one-paragraph-of-citations.docx",
        _docx(_numbered(_CITATION, before="<w:p>", after="</w:p>")),
    ),
    HostileInput("deep.docx", _docx(_repeated("<w:ins>"))),
    HostileInput("bomb.docx", _docx(_repeated(" "))),
    HostileInput("cut.docx", lambda size: b"PK\x03\x04word/document.xml" * (size // 21)),
    HostileInput("page-named-text.txt", _repeated("<p>A page</p>", before="<!DOCTYPE html>")),
)
