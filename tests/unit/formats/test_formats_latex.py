"""LaTeX in both directions, row by row."""

import tomllib
from pathlib import Path
from time import process_time

import pytest

from citekit.formats.case_protection import protected_spans
from citekit.formats.latex_decoding import decode_latex
from citekit.formats.latex_encoding import encode_latex, escape_beyond_ascii, plain_text

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "formats" / "latex.toml").read_text("utf-8")
)
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
