"""The seed paper holds its gold in every format that it is converted to."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from gold_data import data_folder, load_program
from seed_paper import convert_paper

from citekit.formats.csl_json import to_csl
from citekit.model.citation import Citation
from citekit.pipeline.extracting import extract

SUFFIXES = (".docx", ".odt", ".rtf", ".epub", ".html", ".tex", ".typ", ".rst", ".org")
FIGURES = (
    "notes found",
    "note text whole",
    "bibliography entries found",
    "locators",
    "clusters",
    "fields",
)

Scores = Mapping[str, tuple[int, int]]


def described(citation: Citation) -> Mapping[str, object]:
    """The citation as the scorer reads it, with its text as a reader sees it."""
    cites = [{"id": c.key, "locator": c.locator, "label": c.label} for c in citation.cites]
    return {
        "kind": citation.kind.value,
        "marker": citation.passage.marker,
        "text": citation.passage.text.text,
        "cites": cites,
    }


@pytest.fixture(scope="module", params=SUFFIXES)
def scores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Scores:
    gold = data_folder("gold")
    program = load_program(gold / "score_seeds.py")
    paper: Path = convert_paper(tmp_path_factory.mktemp("paper"), request.param)
    extraction = extract([paper])
    citations = [described(citation) for citation in extraction.library.citations]
    content = {
        "documents": [{"path": program.PAPER, "metadata": {}, "citations": citations}],
        "references": [to_csl(reference) for reference in extraction.references],
    }
    figures, _ = program.score(content, gold)
    return cast("Scores", figures)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_paper_holds_its_gold_in_each_format(figure: str, scores: Scores) -> None:
    right, total = scores[figure]
    assert right == total
