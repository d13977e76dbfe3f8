"""Where the names in documents lead, and which bibliographies serve which documents."""

from pathlib import Path

import pytest

from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.named_paths import by_file_name, paths_of
from citekit.pipeline.checking.project_files import gather_files
from citekit.pipeline.checking.projects import ProjectFiles, build_project


@pytest.mark.parametrize(
    ("document", "names", "paths"),
    [
        ("paper.md", ["refs.bib"], ["refs.bib"]),
        ("a/paper.md", ["../refs.bib"], ["refs.bib"]),
        ("a/b/part.tex", ["x.tex", "x"], ["a/b/x.tex", "a/b/x", "a/x.tex", "a/x", "x.tex", "x"]),
        ("/main.tex", ["refs.bib"], ["/refs.bib"]),
        ("../a/part.tex", ["x.tex"], ["../a/x.tex", "../x.tex"]),
    ],
)
def test_names_lead_to_the_folder_and_in_latex_to_those_above(
    document: str, names: list[str], paths: list[str]
) -> None:
    assert list(paths_of(document, names)) == paths


def test_a_name_that_two_files_have_leads_nowhere() -> None:
    assert by_file_name(["a/refs.bib", "b/refs.bib", "c/own.bib"]) == {"own.bib": "c/own.bib"}


def test_chapters_and_their_files_are_found_from_the_main_document(tmp_path: Path) -> None:
    for name, text in {
        "main.tex": r"\include{parts/one} \bibliography{\jobname}",
        "parts/one.tex": r"\cite{a} \input{parts/two}",
        "parts/two.tex": r"\cite{b}",
        "main.bib": "@book{a}",
        "other.bib": "@book{b}",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    gathered = gather_files([str(tmp_path / "main.tex")], CheckSettings())
    names = [Path(path).relative_to(tmp_path).as_posix() for path in gathered.texts]
    assert names == ["main.tex", "parts/one.tex", "main.bib", "parts/two.tex"]
    project = build_project(ProjectFiles(gathered.texts, has_papers=False))
    (manuscript,) = project.manuscripts
    assert len(manuscript.documents) == 3
    assert [Path(file.path).name for file in manuscript.bib_files] == ["main.bib"]


def test_a_document_that_names_no_bibliography_is_served_by_those_that_it_cites_from() -> None:
    texts = {"a.bib": "@book{a}", "b.bib": "@book{b, ids = {c}}", "paper.md": "See [@c]."}
    (manuscript,) = build_project(ProjectFiles(texts, has_papers=False)).manuscripts
    assert [file.path for file in manuscript.bib_files] == ["b.bib"]
