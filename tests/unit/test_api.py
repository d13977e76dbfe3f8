"""The verbs of the library, as its users call them."""

from dataclasses import replace
from pathlib import Path

import pytest

import citekit
from citekit.model.reference import CitationKey

STRING = "Voss, M. (2005). Rivers and borders. Meridian, 49(3), 12-31."


def test_every_name_that_is_offered_is_there() -> None:
    assert all(getattr(citekit, name) for name in citekit.__all__)


def test_a_name_that_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        citekit.nonsense  # noqa: B018


def test_parse_format_and_convert_work_together(tmp_path: Path) -> None:
    reference = citekit.parse(STRING)
    assert "Rivers and borders" in citekit.format([reference], style="plain").text
    path = tmp_path / "refs.bib"
    path.write_text(citekit.write_bibliography([reference], "biblatex").text, "utf-8")
    assert '"title": "Rivers and borders"' in citekit.convert(str(path), "csl-json").text
    assert citekit.read_bibliography(str(path)).references[0].title == "Rivers and borders"


def test_extract_takes_paths_as_text(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(f"# A paper\n\n## References\n\n{STRING}\n", "utf-8")
    assert [r.title for r in citekit.extract([str(path)]).references] == ["Rivers and borders"]


def test_a_citation_and_a_draft_are_rendered(tmp_path: Path) -> None:
    reference = replace(citekit.parse(STRING), key=CitationKey("voss"))
    assert citekit.cite([reference], "[@voss, p. 3]", style="apa").text == "(Voss, 2005, p. 3)\n"
    assert citekit.format([reference], style="apa", markup="markdown").text.startswith("Voss, M.")
    (tmp_path / "refs.bib").write_text(citekit.write_bibliography([reference], "biblatex").text)
    draft = tmp_path / "draft.md"
    draft.write_text("---\nbibliography: refs.bib\n---\n\n@voss\n", "utf-8")
    written = citekit.format_draft(str(draft), options=citekit.DraftOptions(style="apa"))
    assert "\nVoss (2005)\n" in written.text
