"""States and the spans they stand for."""

import hashlib
import tomllib
from importlib.resources import files

from citekit.refparser.features.line import line_of
from citekit.refparser.tagger import shipped_tagger, spans_of, states_of
from citekit.refparser.tokens import tokenize


def test_spans_become_states_that_remember_what_came_before() -> None:
    spans = [(1, 3, "author"), (4, 5, "title")]
    assert states_of(spans, 7) == [
        "~", "B-author", "author", "~author", "B-title", "~title", "~title",
    ]  # fmt: skip


def test_states_lead_back_to_spans() -> None:
    spans = [(0, 2, "author"), (2, 3, "author"), (5, 6, "issued")]
    assert spans_of(states_of(spans, 8)) == spans


def test_a_span_may_lack_its_first_state() -> None:
    assert spans_of(["~", "title", "title", "volume"]) == [(1, 3, "title"), (3, 4, "volume")]


def test_the_shipped_model_gives_each_token_a_state_and_a_likelihood() -> None:
    tokens = tokenize("Doe, J. (2005). Title. Journal, 3, 4-5.")
    states, likelihoods = shipped_tagger().tag(line_of(tokens))
    assert len(states) == len(likelihoods) == len(tokens)
    assert all(0 <= likelihood <= 1 for likelihood in likelihoods)


def test_no_tokens_have_no_states() -> None:
    assert shipped_tagger().tag(line_of(())) == ([], [])


def test_the_model_is_loaded_once() -> None:
    assert shipped_tagger() is shipped_tagger()


def test_the_card_describes_the_shipped_model() -> None:
    folder = files("citekit.refparser") / "data"
    model = (folder / "references.crfsuite").read_bytes()
    card = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(model).hexdigest()
    assert card["bytes"] == len(model) < 6_000_000
