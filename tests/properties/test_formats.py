"""What every format promises, whatever the references."""

import json
from collections.abc import Sequence
from dataclasses import replace

import formats_strategies as made_up
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.bst.render import STYLES, Markup, render_bibliography
from citekit.errors import ReadError
from citekit.formats import biblatex, bibtex_reader, csl_json, csl_json_reader, extraction
from citekit.formats.bib_values import brace_depths
from citekit.formats.latex_decoding import decode_latex
from citekit.formats.latex_encoding import encode_latex
from citekit.formats.registry import FORMATS, Format
from citekit.formats.results import WriteOptions
from citekit.model.reference import Reference
from citekit.text.case_marks import without_case_marks
from citekit.text.cleaning import one_line

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WRITTEN = [pytest.param(entry, id=entry.name) for entry in FORMATS if entry.write]
READ = [pytest.param(entry, id=entry.name) for entry in FORMATS if entry.read]
_GRAMMAR = '@article{k, title = "a # b" # c,\n}TY  - JOUR\nER  -[]:0-\\{}\x00\ud800%A <&/>*!|'


def _with_keys(references: Sequence[Reference]) -> list[Reference]:
    """The references, each with a key of its own."""
    return list({reference.key.lower(): reference for reference in references}.values())


@FEW
@given(st.lists(made_up.references, max_size=3))
def test_csl_json_gives_back_what_was_written(references: list[Reference]) -> None:
    written = csl_json.write(references, WriteOptions())
    assert csl_json_reader.read(written.text, "x").references == tuple(references)


@FEW
@given(st.lists(made_up.references, max_size=3))
def test_an_extraction_gives_back_its_references(references: list[Reference]) -> None:
    written = extraction.write(references, WriteOptions())
    assert extraction.read(written.text, "x.json").references == tuple(references)


def _without_case_marks(reference: Reference) -> Reference:
    """The reference without marks of case: writing guesses names, reading finds their braces."""
    texts = {name: without_case_marks(text) for name, text in reference.texts.items()}
    return replace(reference, texts=texts)


@FEW
@given(st.lists(made_up.biblatex_references(), max_size=3))
def test_biblatex_gives_back_what_it_can_hold(references: list[Reference]) -> None:
    references = _with_keys(references)
    written = biblatex.write(references, WriteOptions())
    read = bibtex_reader.read(written.text, "x").references
    assert tuple(map(_without_case_marks, read)) == tuple(map(_without_case_marks, references))


@pytest.mark.parametrize("entry", WRITTEN)
@FEW
@given(references=st.lists(made_up.hostile_references, max_size=3), in_ascii=st.booleans())
def test_writing_never_fails_and_gives_utf_8(
    entry: Format, references: list[Reference], *, in_ascii: bool
) -> None:
    assert entry.write is not None
    text = entry.write(references, WriteOptions(ascii=in_ascii)).text
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\x00" not in text
    assert text == entry.write(references, WriteOptions(ascii=in_ascii)).text


@pytest.mark.parametrize("entry", READ)
@FEW
@given(text=st.text(max_size=200) | st.text(_GRAMMAR, max_size=200))
def test_reading_gives_references_or_an_error_of_ours(entry: Format, text: str) -> None:
    assert entry.read is not None
    try:
        result = entry.read(text, "x")
    except ReadError:
        assert entry.name not in {"biblatex", "bibtex", "ris", "enw", "nbib"}
    else:
        assert all(isinstance(reference, Reference) for reference in result.references)


@FEW
@given(st.lists(made_up.hostile_references, max_size=3))
def test_no_entry_is_lost_on_the_way_through_a_bib_file(references: list[Reference]) -> None:
    for name in ("biblatex", "bibtex"):
        entry = next(entry for entry in FORMATS if entry.name == name)
        assert entry.write is not None
        assert entry.read is not None
        text = entry.write(references, WriteOptions()).text
        assert len(entry.read(text, "x").references) == len(references)


@FEW
@given(made_up.hostile_texts | made_up.texts)
def test_latex_is_balanced_and_reads_back(text: str) -> None:
    latex = encode_latex(text)
    assert latex.count("{") == latex.count("}")
    assert brace_depths(latex + "x")[-1] == 0
    if "<" not in text and "\u00a0" not in text:
        assert decode_latex(latex) == one_line(text).strip(" ")


@FEW
@given(st.text(max_size=60) | st.text("\\{}emph$%~`'-\"a ", max_size=60))
def test_any_text_can_be_read_as_latex(text: str) -> None:
    assert isinstance(decode_latex(text), str)


@FEW
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5) | st.floats(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "id",
                        "type",
                        "title",
                        "author",
                        "family",
                        "issued",
                        "date-parts",
                        "season",
                        "raw",
                        "custom",
                        "citekit",
                        "origins",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_any_json_can_be_read(value: object) -> None:
    result = csl_json_reader.read(json.dumps(value), "x")
    assert all(isinstance(reference, Reference) for reference in result.references)


@pytest.mark.parametrize("markup", Markup)
@FEW
@given(
    references=st.lists(made_up.hostile_references | made_up.references, max_size=3),
    style=st.sampled_from(STYLES),
)
def test_every_reference_is_rendered(
    markup: Markup, references: list[Reference], style: object
) -> None:
    name = getattr(style, "name", "")
    result = render_bibliography(references, style=name, markup=markup)
    assert result.text.encode("utf-8").decode("utf-8") == result.text
    assert bool(result.text) == bool(references)
    assert result == render_bibliography(references, style=name, markup=markup)
