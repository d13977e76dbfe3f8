"""Bibliographies of one command: what a file lacks another has, and its own counts first."""

import subprocess
import sys
from pathlib import Path

import pytest

from citekit.errors import ReadError
from citekit.model.variables import TextVariable
from citekit.pipeline.drafting.rendering import DraftOptions, format_draft
from citekit.pipeline.reading_together import read_bibliographies

USER = """\
@article{a, author = {Ono, Masao}, title = {Straits}, journal = jhs # ", new", year = 1999}
@inproceedings{b, author = {Abe, Keiji}, title = {Ferries}, crossref = {p}, xdata = {x}}
"""
SHARED = """\
@string{name = "Harbour Studies"}
@string{jhs = "Journal of " # name}
@xdata{x, publisher = {North}}
@proceedings{p, title = {Coasts}, year = 2001}
"""
OWN = '@string{jhs = "Jahrbuch"}\n@proceedings{p, title = {Bays}}\n@xdata{x, publisher = {East}}\n'


def containers(*texts: str) -> list[tuple[str, str]]:
    """The containers and publishers of ``a`` and ``b`` in files that are read together."""
    data = {f"{n}.bib": text.encode() for n, text in enumerate(texts)}
    read = read_bibliographies(data, data=data)
    assert not [d for one in read for d in one.diagnostics]
    return [
        (reference.text(TextVariable.CONTAINER_TITLE), reference.text(TextVariable.PUBLISHER))
        for one in read
        for reference in one.references
        if reference.key in {"a", "b"}
    ]


def test_strings_parents_and_containers_are_shared() -> None:
    expected = [("Journal of Harbour Studies, new", ""), ("Coasts", "North")]
    assert containers(USER, SHARED) == containers(SHARED, USER) == expected


def test_the_own_file_counts_first() -> None:
    expected = [("Jahrbuch, new", ""), ("Bays", "East")]
    assert containers(SHARED, USER + OWN) == containers(USER + OWN, SHARED) == expected


def test_a_string_may_be_made_of_one_of_another_file() -> None:
    first, rest = SHARED.split("\n", 1)
    assert containers(USER, rest, first)[0] == ("Journal of Harbour Studies, new", "")


def test_of_several_other_files_the_order_chooses_none() -> None:
    other = SHARED.replace("Coasts", "Bays").replace("Harbour", "Coast").replace("North", "East")
    assert containers(USER, SHARED, other) == containers(other, SHARED, USER)


def test_what_no_file_has_is_reported_in_its_place() -> None:
    data = {"a.bib": USER.encode(), "b.ris": b"TY  - BOOK\nTI  - Bays\nER  - \n"}
    library, other = read_bibliographies(data, data=data)
    assert [(d.path, d.line) for d in library.diagnostics] == [("a.bib", 1)]
    assert len(other.references) == 1


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.bib"):
        read_bibliographies([str(tmp_path / "none.bib")])


def test_commands_and_drafts_read_their_files_together(tmp_path: Path) -> None:
    paths = [tmp_path / "user.bib", tmp_path / "shared.bib"]
    for path, text in zip(paths, (USER, SHARED), strict=True):
        path.write_text(text, "utf-8")
    names = list(map(str, paths))
    command = [sys.executable, "-m", "citekit", "format", *names]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert b"Journal of Harbour Studies" in done.stdout
    draft = tmp_path / "draft.md"
    draft.write_text("So [@a].\n", "utf-8")
    text = format_draft(str(draft), options=DraftOptions(tuple(names), "", "", "")).text
    assert "Journal of Harbour Studies" in text
