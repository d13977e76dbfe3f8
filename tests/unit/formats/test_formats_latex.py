"""LaTeX in both directions, row by row."""

import re
import tomllib
import unicodedata
from importlib import resources
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.formats import bibtex_reader
from citekit.formats.case_protection import protected_spans
from citekit.formats.latex_decoding import decode_latex
from citekit.formats.latex_encoding import encode_latex, escape_beyond_ascii, plain_text

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "formats" / "latex.toml").read_text("utf-8")
)
TABLE = tomllib.loads(
    (resources.files("citekit.formats") / "data" / "latex.toml").read_text("utf-8")
)
# Written as what stands for them in ASCII, whatever they are.
UNLIKE = {"\u2010", "\u2011", "\u2012", "\u2015"}
HUGE = 100_000


@pytest.mark.parametrize("row", CASES["decoded"], ids=lambda row: row["latex"])
def test_latex_is_read_as_text(row: dict[str, str]) -> None:
    assert decode_latex(row["latex"]) == row["text"]


@pytest.mark.parametrize("row", CASES["encoded"], ids=lambda row: row["text"])
def test_text_is_written_as_latex(row: dict[str, str]) -> None:
    assert encode_latex(row["text"]) == row["biblatex"]
    assert encode_latex(row["text"], "bibtex") == row["bibtex"]
    assert escape_beyond_ascii(encode_latex(row["text"])) == row["ascii"]


@pytest.mark.parametrize("row", CASES["encoded"], ids=lambda row: row["text"])
@pytest.mark.parametrize("column", ["biblatex", "bibtex", "ascii"])
def test_what_is_written_is_read_back(row: dict[str, str], column: str) -> None:
    without_nocase = row["text"].replace('<span class="nocase">c</span>', "c")
    expected = " ".join(without_nocase.replace("\x00", "").split(" ")).replace("  ", " ")
    assert decode_latex(row[column]) == expected


@pytest.mark.parametrize("name", sorted({**TABLE["decoded"], **TABLE["journals"]}))
def test_every_command_of_the_table_is_read(name: str) -> None:
    shown = decode_latex(f"\\{name}{{ab}}{{cd}} x")
    meant = {**TABLE["decoded"], **TABLE["journals"]}[name]
    pieces = [piece.strip() for piece in re.split(r"%s|%\(\d\)(?:\.0)?s", meant)]
    assert shown.endswith("x")
    assert not shown.startswith(name) or pieces[0].startswith(name)
    decomposed = unicodedata.normalize("NFD", shown)
    assert all(unicodedata.normalize("NFD", piece) in decomposed for piece in pieces)


@pytest.mark.parametrize("letter", sorted(set(TABLE["characters"]) - UNLIKE))
def test_every_character_of_the_table_comes_back(letter: str) -> None:
    latex = escape_beyond_ascii(letter)
    assert latex.isascii()
    assert decode_latex(f"a{latex}b") == f"a{letter}b"


@pytest.mark.parametrize("accent", sorted(TABLE["accents"]))
def test_every_accent_of_the_table_comes_back(accent: str) -> None:
    for base in "aeiouAEIOUcnstzg":
        letter = unicodedata.normalize("NFC", base + accent)
        if len(letter) == 1:
            assert decode_latex(f"x{escape_beyond_ascii(letter)}y") == f"x{letter}y"


@settings(max_examples=300, deadline=None)
@given(st.characters(min_codepoint=0xA1, max_codepoint=0x2FFF, categories=["L", "P", "S", "N"]))
def test_what_has_an_escape_comes_back(letter: str) -> None:
    letter = unicodedata.normalize("NFC", letter)
    escaped = escape_beyond_ascii(letter)
    if escaped.isascii() and letter not in UNLIKE and len(letter) == 1:
        assert decode_latex(f"a{escaped}b{escaped}") == f"a{letter}b{letter}"


@pytest.mark.parametrize(
    "pattern", ["{", "a{b}", "\\emph{", "\\begin{a}", "$a", "\\", "%", "{\\em "]
)
def test_long_and_deep_latex_is_read_in_time(pattern: str) -> None:
    start = process_time()
    decode_latex(pattern * (HUGE // len(pattern)))
    assert process_time() - start < 10


def test_proper_nouns_are_protected_as_one() -> None:
    title = "Japan and <i>South Korea</i>: The new East Asian core"
    spans = protected_spans(title, "en")
    assert [plain_text(title)[start:end] for start, end in spans] == ["South Korea", "East Asian"]
    assert encode_latex(title, protect=spans) == (
        "Japan and \\mkbibemph{{South Korea}}: The new {East Asian} core"
    )


@pytest.mark.parametrize("language", ["de", "fr-CA", "ko"])
def test_titles_in_other_languages_are_left_alone(language: str) -> None:
    assert protected_spans("A study of South Korea", language) == ()


def test_titles_in_other_scripts_are_left_alone() -> None:
    assert protected_spans("조선인 전범들은 DNA", "") == ()


def test_unknown_commands_are_reported_with_their_place() -> None:
    text = "\n@misc{k,\n title = {The \\XML{} of \\foo{b} and {\\'E}mile},\n url = {a\\b}\n}\n"
    result = bibtex_reader.read(text, "x.bib")
    assert [(one.code, one.line) for one in result.diagnostics] == [("FMT209", 2), ("FMT209", 2)]
    assert result.references[0].title == "The XML of b and Émile"
