"""What was read once is taken from the cache, unless anything that decides it has changed."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from citekit.errors import ConfigError
from citekit.finder.finding import Findings, find
from citekit.model.document import Document
from citekit.pipeline.extracting import Extraction, extract
from citekit.pipeline.parsed_cache import ParsedCache, load, open_cache, store

NOTE = "A claim.<sup>1</sup>\n\n---\n\n<sup>1</sup> {}, “Rivers”, *Meridian*, 49:3, 2005, 4.\n"
Reading = Callable[[ParsedCache], tuple[Extraction, list[str]]]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "more").mkdir(parents=True)
    (folder / "a.md").write_text(NOTE.format("Mara Voss"), "utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7\n\x00\xff")
    # The same name and content elsewhere is another document.
    (folder / "more" / "a.md").write_text(NOTE.format("Mara Voss"), "utf-8")
    return folder


@pytest.fixture
def reading(papers: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Reads ``papers``; gives the extraction and the paths of what was not taken from the cache."""

    def read(cache: ParsedCache) -> tuple[Extraction, list[str]]:
        seen: list[str] = []

        def spy(document: Document) -> Findings:
            seen.append(document.path.removeprefix(f"{papers.as_posix()}/"))
            return find(document)

        monkeypatch.setattr("citekit.pipeline.extracting.find", spy)
        return extract([papers], cache=cache), seen

    return read


def test_a_second_run_reads_nothing_again_and_gives_the_same(
    papers: Path, tmp_path: Path, reading: Reading
) -> None:
    cache = open_cache(tmp_path / "new" / "cache")
    first, read = reading(cache)
    assert read == ["a.md", "more/a.md"]
    again, read = reading(cache)
    assert read == []
    assert again == first == extract([papers])
    assert extract([papers], cache=cache, jobs=1) == first


def test_what_changed_is_read_again(papers: Path, tmp_path: Path, reading: Reading) -> None:
    cache = open_cache(tmp_path)
    reading(cache)
    (papers / "a.md").write_text(NOTE.format("Ole Berg"), "utf-8")
    (papers / "b.pdf").unlink()
    assert reading(cache)[1] == ["a.md"]
    assert reading(replace(cache, maker="other code"))[1] == ["a.md", "more/a.md"]


def test_a_cache_among_the_documents_is_none_of_them(papers: Path, reading: Reading) -> None:
    first, _ = reading(open_cache(papers))
    assert reading(open_cache(papers)) == (first, [])


def test_a_damaged_cache_is_made_anew(papers: Path, tmp_path: Path, reading: Reading) -> None:
    cache = open_cache(tmp_path / "cache")
    first, _ = reading(cache)
    for number, kept in enumerate(file for file in cache.folder.rglob("*") if file.is_file()):
        kept.write_bytes(kept.read_bytes()[:100] if number % 2 else b"")
    again, read = reading(cache)
    assert (again, read) == (first, ["a.md", "more/a.md"])
    assert extract([papers], cache=cache) == first


class _Strange:
    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path("touched"),)


def test_a_strange_file_runs_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    strange = tmp_path / "strange"
    store(strange, _Strange())
    assert load(strange) is None
    # Classes that a module of ours imports are strange as well.
    pickled = b"\x80\x02ccitekit.pipeline.parsed_cache\nPath\nX\x01\x00\x00\x00a\x85R."
    strange.write_bytes(hashlib.sha256(pickled).digest() + pickled)
    assert load(strange) is None
    assert not (tmp_path / "touched").exists()


@pytest.mark.parametrize("place", [0, 40, -1])
def test_what_is_kept_is_taken_whole_or_not_at_all(tmp_path: Path, place: int) -> None:
    kept = tmp_path / "kept"
    store(kept, ("Rivers and their names", 2005))
    assert load(kept) == ("Rivers and their names", 2005)
    damaged = bytearray(kept.read_bytes())
    damaged[place] ^= 1
    kept.write_bytes(damaged)
    assert load(kept) is None


def test_what_cannot_be_kept_is_no_error_but_a_folder_must_be_possible(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    store(file / "below", ())
    with pytest.raises(ConfigError, match="no cache can be kept there"):
        open_cache(file)
