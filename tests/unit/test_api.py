"""The verbs of the library, as its users call them."""

from dataclasses import replace
from pathlib import Path

import pytest

import citekit
from citekit.errors import ReadError
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


def test_a_project_is_checked_with_its_own_settings_or_others(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    text = "@article{a,\n  pages = {113--101},\n  month = {x},\n}\n"
    path.write_text(text, "utf-8")
    (tmp_path / "citekit.toml").write_text('select = ["PAG003"]\n', "utf-8")
    for paths in (str(path), path, [tmp_path]):
        (finding,) = citekit.check(paths).findings
        assert (finding.code, finding.line, finding.column) == ("PAG003", 2, 12)
        assert finding.path == path.as_posix()
    others = citekit.check([path], citekit.CheckSettings(select=("PAG007",)))
    assert others.findings == ()
    assert "none.bib" in citekit.check(tmp_path / "none.bib").unreadable[0]
    with pytest.raises(ReadError, match="no file fits"):
        citekit.check(f"{tmp_path}/none*.bib", citekit.CheckSettings(), fix=True)


def test_fixes_are_made_on_texts_and_not_on_files(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@article{a, pages = {101 -- 113}}\n", "utf-8")
    settings = citekit.CheckSettings(select=("PAG007",))
    result = citekit.check(path, settings, fix=True)
    assert (len(result.mended), result.findings, result.unreadable) == (1, (), ())
    assert "{101--113}" in result.texts[path.as_posix()]
    assert "{101 -- 113}" in path.read_text("utf-8")
