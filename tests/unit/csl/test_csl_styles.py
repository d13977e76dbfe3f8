"""Styles found by name and path, and searched for."""

import os
import tomllib
from pathlib import Path

import pytest

from citekit.csl.reading import check_style
from citekit.csl.styles import FIELDS, KINDS, find_style, search_styles
from citekit.csl.styles.folders import style_files, style_folders
from citekit.csl.styles.heads import head_info, read_head
from citekit.csl.styles.names import style_name
from citekit.errors import StyleError

CASES: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "style_search.toml").read_text("utf-8")
)
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
<info><title>Zürcher Übung</title><id>zu</id><category citation-format="note"/>
<category field="law"/></info><citation><layout><text variable="title"/></layout></citation>
</style>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty ``styles/`` in the current directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "styles").mkdir()
    return tmp_path / "styles"


@pytest.mark.parametrize(("written", "name"), CASES["found"].items())
def test_a_style_is_found_however_its_name_is_written(written: str, name: str) -> None:
    assert find_style(written).info.name == name


@pytest.mark.parametrize(("written", "name"), CASES["near"].items())
def test_an_unknown_style_brings_up_those_that_come_near(written: str, name: str) -> None:
    with pytest.raises(StyleError, match=f"did you mean .*{name}"):
        find_style(written)


@pytest.mark.parametrize("written", ["", "  ", "qqqqqqqqqq", "..", "a\0b", "x" * 5000, "\udcff"])
def test_what_can_be_no_style_is_refused(written: str) -> None:
    with pytest.raises(StyleError, match="unknown style"):
        find_style(written)


@pytest.mark.parametrize(
    "written", ["./apa", "/none/apa.csl", "styles/none.csl", "a\0/b.csl", "../apa.csl", "/"]
)
def test_a_path_is_not_taken_for_a_name(written: str) -> None:
    with pytest.raises(StyleError, match="no such style file"):
        find_style(written)


def test_a_dependent_style_is_joined_with_its_parent() -> None:
    child, parent = find_style("nature-physics"), find_style("nature")
    assert child.citation == parent.citation
    assert child.info.parent == parent.info.id
    assert child.info.title == "Nature Physics"
    assert child.options["default-locale"] == "en-GB"


def test_a_style_beside_the_work_goes_before_the_official_one(folder: Path) -> None:
    (folder / "apa.csl").write_text(STYLE, "utf-8")
    assert find_style("apa").class_ == "note"
    assert find_style("styles/apa.csl").class_ == "note"
    assert style_files()["apa"] == Path("styles/apa.csl")


def test_a_style_is_read_from_any_path(folder: Path) -> None:
    path = folder.parent / "My style.csl"
    path.write_text(STYLE, "utf-8")
    for written in (str(path), "My style.csl", "./My style.csl"):
        assert find_style(written).info.title == "Zürcher Übung"
    other = folder / "style.xml"
    other.write_text(STYLE, "utf-8")
    assert find_style("styles/style.xml").info.id == "zu"


def test_faults_name_the_file_as_it_was_given(folder: Path) -> None:
    (folder / "bad.csl").write_text(STYLE.replace("title", "titel"), "utf-8")
    with pytest.raises(StyleError, match=r"^styles/bad\.csl:3: "):
        find_style("styles/bad.csl")
    with pytest.raises(StyleError, match=r"^bad\.csl:3: "):
        find_style("bad")


def test_a_missing_parent_is_told(folder: Path) -> None:
    (folder / "child.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><id>c</id>'
        '<link href="http://example.org/no-such-parent" rel="independent-parent"/></info></style>',
        "utf-8",
    )
    with pytest.raises(StyleError, match=r"no-such-parent.*\n.*no-such-parent\.csl"):
        find_style("child")


@pytest.mark.parametrize(("words", "name"), CASES["first"].items())
def test_the_style_that_fits_best_comes_first(words: str, name: str) -> None:
    assert search_styles(words)[0].name == name


def test_styles_are_searched_by_kind_and_field() -> None:
    found = search_styles("", kind="label")
    assert found
    assert {info.citation_format for info in found} == {"label"}
    found = search_styles("journal", field="social science")
    assert found
    assert all("social_science" in info.categories for info in found)


def test_every_kind_and_field_of_the_official_styles_is_known() -> None:
    found = search_styles("")
    assert {info.citation_format for info in found} == set(KINDS)
    assert {field for info in found for field in info.categories} == set(FIELDS)


def test_words_are_searched_without_accents_and_from_their_beginning(folder: Path) -> None:
    (folder / "zu.csl").write_text(STYLE, "utf-8")
    for words in ("ZÜRCHER üb", "ubung note"):
        assert [info.name for info in search_styles(words)] == ["zu"]
    assert not any(info.name == "zu" for info in search_styles("bung"))


def test_independent_styles_come_before_their_aliases() -> None:
    found = search_styles("nature", kind="numeric")
    assert not found[0].parent
    assert any(info.parent for info in found)


def test_a_head_that_is_damaged_gives_but_the_name(folder: Path) -> None:
    for text in ("", "<info>", "<info><title>x</info>", "</info><info>"):
        (folder / "x.csl").write_text(text, "utf-8")
        info = head_info("x", read_head(folder / "x.csl"))
        assert (info.name, info.title) == ("x", "")
    assert read_head(folder / "none.csl") == b""


@pytest.mark.parametrize("written", ["../x", "a/b", "", ".", ".csl", "http://a/", "a b/c"])
def test_a_name_is_never_a_way(written: str) -> None:
    name = style_name(written)
    assert "/" not in name
    assert not name.startswith(".")


def test_a_sample_of_the_official_styles_has_no_fault() -> None:
    # All of them are rendered in tests/conformance/csl.
    files = sorted(style_files().items())
    assert len(files) > 10_000
    for name, path in files[::40]:
        assert check_style(path.read_bytes(), name) == ()


def test_our_own_styles_are_found() -> None:
    own = Path(__file__).parents[3] / "styles"
    assert own.resolve() in [folder.resolve() for folder in style_folders()]
    for path in own.glob("*.csl"):
        assert find_style(path.stem).info.title


def test_what_is_no_file_is_no_style(folder: Path) -> None:
    (folder / "folder.csl").mkdir()
    (folder / "loop.csl").symlink_to("loop.csl")
    (folder / "broken.csl").symlink_to("nowhere.csl")
    os.mkfifo(folder / "pipe.csl")
    (folder / "mine.csl").write_text(STYLE, "utf-8")
    assert {"folder", "loop", "broken", "pipe"}.isdisjoint(style_files())
    assert style_files()["mine"] == Path("styles/mine.csl")
    with pytest.raises(StyleError, match="unknown style"):
        find_style("pipe")


def test_a_word_that_is_said_twice_is_looked_for_once() -> None:
    assert search_styles("american psychological " * 3000) == search_styles(
        "american psychological"
    )


def test_a_name_with_a_word_twice_is_found_first() -> None:
    assert search_styles("cell stem cell")[0].name == "cell-stem-cell"
