"""The tagger of the shipped model."""

import hashlib
import tomllib
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from citekit.refparser.features.line import Line, line_of
from citekit.refparser.tagging.tagger import shipped_tagger
from citekit.refparser.tokens import tokenize

PLAIN = "Doe, J. (2005). Title. Journal, 3, 4-5."


def line(text: str) -> Line:
    return line_of(tokenize(text))


def test_the_shipped_model_finds_values_and_says_how_likely_they_are() -> None:
    (spans,) = shipped_tagger().tag([line(PLAIN)])
    tokens = tokenize(PLAIN)
    found = {
        span.variable: PLAIN[tokens[span.start].start : tokens[span.end - 1].end] for span in spans
    }
    assert found["issued"] == "2005"
    assert found["page"] == "4-5"
    assert all(0 < span.likelihood <= 1 for span in spans)


def test_a_locked_token_is_of_its_variable_alone() -> None:
    tokens = tokenize("Doe, J. (2005). Some title. Journal, 3, 4-5.")
    free, held = shipped_tagger().tag([line_of(tokens)] * 2, [{}, {9: "note"}])
    assert [s.variable for s in free if s.start <= 9 < s.end] == ["title"]
    assert [s.variable for s in held if s.start <= 9 < s.end] == ["note"]


def test_no_lines_and_empty_lines_have_no_spans() -> None:
    assert shipped_tagger().tag([]) == []
    assert shipped_tagger().tag([line_of(())]) == [[]]


@given(st.lists(st.text("Aa1.,: ü", max_size=12), max_size=5))
def test_spans_lie_within_the_line_and_apart(texts: list[str]) -> None:
    lines = [line(text) for text in texts]
    for one, spans in zip(lines, shipped_tagger().tag(lines), strict=True):
        edges = [edge for span in spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert all(span.start < span.end <= len(one.tokens) for span in spans)


def test_the_model_is_loaded_once() -> None:
    assert shipped_tagger() is shipped_tagger()


def test_the_card_describes_the_shipped_model() -> None:
    folder = files("citekit.refparser") / "data"
    model = (folder / "references.npz").read_bytes()
    card = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(model).hexdigest()
    assert card["bytes"] == len(model) < 6_000_000
