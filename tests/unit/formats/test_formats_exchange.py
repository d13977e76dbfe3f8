"""Exchange formats as other programs write them, and what no file may do."""

import json
import tomllib
from pathlib import Path

import pytest

from citekit.errors import ReadError
from citekit.formats.csl_json_reader import from_csl
from citekit.formats.registry import FORMATS, Format, format_named
from citekit.formats.results import Reader, WriteOptions
from citekit.formats.sniffing import sniff_format
from citekit.model.reference import CitationKey, Reference
from citekit.model.variables import ItemType, TextVariable

_FILE = Path(__file__).parents[2] / "cases" / "formats" / "exchange.toml"
_CASES = tomllib.loads(_FILE.read_text("utf-8"))["cases"]
CASES = [pytest.param(case, id=case["name"]) for case in _CASES]
XML = ("endnote-xml", "mods", "tei", "jats", "zotero-rdf")
YAML = ("csl-yaml", "hayagriva")


def reader(name: str) -> Reader:
    read = format_named(name).read
    assert read is not None
    return read


@pytest.mark.parametrize("case", CASES)
def test_a_file_is_read(case: dict[str, str]) -> None:
    result = reader(case["format"])(case["text"].strip() + "\n", "x")
    assert result.references == (from_csl(json.loads(case["json"])),)
    assert not result.diagnostics


@pytest.mark.parametrize("case", CASES)
def test_line_ends_and_a_byte_order_mark_change_nothing(case: dict[str, str]) -> None:
    read = reader(case["format"])
    text = case["text"].strip() + "\n"
    marked = "\ufeff" + text.replace("\n", "\r\n")
    assert read(marked, "x").references == read(text, "x").references


@pytest.mark.parametrize("case", CASES)
def test_what_was_read_comes_back_from_the_same_format(case: dict[str, str]) -> None:
    entry = format_named(case["format"])
    read = reader(case["format"])
    references = read(case["text"].strip() + "\n", "x").references
    if entry.write is not None:
        assert read(entry.write(references, WriteOptions()).text, "x").references == references


@pytest.mark.parametrize("case", CASES)
def test_the_content_tells_the_format(case: dict[str, str]) -> None:
    assert sniff_format(case["text"]) == case["format"]
    assert sniff_format("\ufeff\r\n" + case["text"].strip().replace("\n", "\r\n")) == case["format"]


WRITTEN = [pytest.param(entry, id=entry.name) for entry in FORMATS if entry.write and entry.read]


@pytest.mark.parametrize("entry", WRITTEN)
def test_what_we_write_tells_its_format(entry: Format) -> None:
    assert entry.write is not None
    references = [from_csl(json.loads(case["json"])) for case in _CASES]
    shown = sniff_format(entry.write(references, WriteOptions()).text)
    assert shown == ("biblatex" if entry.name == "bibtex" else entry.name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!-- a > b --><?x y?>\n<!DOCTYPE mods [<!ELEMENT a (b)>]>\n<mods/>", "mods"),
        ("<html><body/></html>", ""),
        ("<svg/>", ""),
        ("%0 Book\n%T Eels", "enw"),
        ("% a comment\n@book{k,}", "biblatex"),
        ("PMID- 1\n", "nbib"),
        ("TY  - JOUR\n", "ris"),
        ('{"schema": 1}', "json"),
        ("[]", "csl-json"),
        ("just words", ""),
        ("", ""),
    ],
)
def test_first_signs(text: str, name: str) -> None:
    assert sniff_format(text) == name


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x:1:1: not well-formed XML"),
        ("<a>\n<b>text", "x:2:"),
        ("<a>\n<b>text</a>", "x:2:"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', "declares entities"),
        ("<a>" * 400, "not well-formed XML"),
        ("<a>&nbsp;</a>", "nbsp"),
    ],
    ids=["empty", "truncated", "crossed", "entity", "file", "deep", "undeclared"],
)
def test_hostile_xml_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(ReadError, match=message.replace(".", r"\.")):
        reader(name)(text, "x")


@pytest.mark.parametrize("name", XML)
def test_a_document_type_is_never_fetched(name: str) -> None:
    text = '<!DOCTYPE a SYSTEM "file:///nowhere/at/all.dtd"><a><b>&eacute;</b></a>'
    result = reader(name)(text, "x")
    assert result.references == ()
    assert [found.code for found in result.diagnostics] == ["FMT206"]


_BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
)


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n  type: [book\n", r"x:3:1: no YAML"),
        ("a: 1\n b: 2\n", r"x:2:\d+: no YAML"),
        ("[" * 500, "nested too deep"),
        (_BOMB, "aliases"),
    ],
    ids=["truncated", "indented", "deep", "bomb"],
)
def test_hostile_yaml_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        reader(name)(text, "x")


@pytest.mark.parametrize("name", YAML)
def test_tags_of_python_and_loose_aliases_are_harmless(name: str) -> None:
    result = reader(name)("a: !!python/object:os.system {}\nb: *nowhere\n", "x")
    assert isinstance(result.references, tuple)


@pytest.mark.parametrize("name", ["enw", "nbib"])
def test_a_file_without_tags_is_said_to_be_empty(name: str) -> None:
    result = reader(name)("nothing\nhere\n", "x")
    assert [(d.code, d.line) for d in result.diagnostics] == [
        ("FMT201", 1),
        ("FMT201", 2),
        ("FMT206", 0),
    ]


@pytest.mark.parametrize("name", ["endnote-xml", "enw", "hayagriva", "zotero-rdf"])
def test_an_unknown_type_is_said_and_read_as_a_document(name: str) -> None:
    texts = {
        "endnote-xml": '<xml><record><ref-type name="Sculpture">99</ref-type></record></xml>',
        "enw": "%0 Sculpture\n%T Eel\n",
        "hayagriva": "a:\n  type: sculpture\n",
        "zotero-rdf": '<r xmlns:z="http://www.zotero.org/namespaces/export#"><a><z:itemType>x'
        "</z:itemType></a></r>",
    }
    result = reader(name)(texts[name], "x")
    assert [found.code for found in result.diagnostics] == ["FMT205"]
    assert [reference.type.value for reference in result.references] == ["document"]


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form.write and form.read], ids=lambda form: form.name
)
def test_aliases_are_kept_or_reported(form: Format) -> None:
    reference = Reference(
        CitationKey("k"),
        ItemType.BOOK,
        texts={TextVariable.TITLE: "Straits"},
        aliases=(CitationKey("ono99"), CitationKey("straits")),
    )
    assert form.write is not None
    assert form.read is not None
    written = form.write([reference], WriteOptions())
    is_kept = form.read(written.text, "x").references[0].aliases == reference.aliases
    said = [d.message for d in written.diagnostics if "the aliases ono99, straits" in d.message]
    assert is_kept != (len(said) == 1)
