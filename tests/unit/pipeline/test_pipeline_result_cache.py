"""What is kept of a run is found again as long as nothing has changed, and never after."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking import result_cache
from citekit.pipeline.checking.checked import Checked
from citekit.pipeline.checking.project_files import gather_files
from citekit.pipeline.checking.result_cache import ResultCache, cache_key
from citekit.pipeline.checking.running import check_texts

BIB = "@article{a,\n  title = {T},\n  doi = {https://doi.org/10.1234/abc},\n  pages = {9--1},\n}\n"
TEX = "\\documentclass{article}\\bibliography{refs}\\cite{a}\\cite{b}\\input{part}\n"
NAMED = (".",)
BASELINE = "old.json"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "main.tex").write_text(TEX)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)


def cache() -> ResultCache:
    return ResultCache(Path("kept"), cache_key(NAMED), NAMED, 0.0)


def fresh(kept: ResultCache, *, keep: bool = True) -> Checked:
    files = gather_files(kept.named, CheckSettings())
    checked = check_texts(files.texts, CheckSettings(), documents=files.documents)
    if keep:
        path = Path(BASELINE)
        kept.keep(checked, files, {BASELINE: path.read_text() if path.exists() else None})
    return checked


def test_findings_come_back_as_they_were(project: Path) -> None:
    kept = cache()
    assert kept.find() is None
    checked = fresh(kept)
    assert checked.findings
    assert any(one.problem.fix for one in checked.findings)
    assert kept.find() == checked
    assert (project / "kept" / ".gitignore").read_text() == "*\n"
    assert (project / "kept" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d1")


CHANGES: dict[str, Callable[[], object]] = {
    "another byte": lambda: Path("refs.bib").write_text(BIB.replace("9--1", "1--9")),
    "a byte that is no UTF-8": lambda: Path("refs.bib").write_bytes(BIB.encode() + b"\xff"),
    "a file gone": lambda: Path("main.tex").unlink(),
    "a new document": lambda: Path("new.md").write_text("See [@zz].\n"),
    "a new bibliography": lambda: Path("more.bib").write_text(BIB),
    "a new folder with one": lambda: write(Path("deep/more.bib"), BIB),
    "what is included": lambda: Path("part.tex").write_text("\\cite{c}"),
    "the baseline": lambda: Path(BASELINE).write_text("{}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.usefixtures("project")
def test_a_change_is_seen(change: Callable[[], object]) -> None:
    kept = cache()
    before = fresh(kept)
    change()
    assert kept.find() is None
    after = fresh(kept)
    assert kept.find() == after
    assert after.texts != before.texts or Path(BASELINE).exists()


@pytest.mark.usefixtures("project")
def test_what_no_rule_looks_at_may_change() -> None:
    kept = cache()
    checked = fresh(kept)
    Path("main.log").write_text("a line of TeX")
    Path("main.pdf").write_bytes(b"%PDF-1.5 what was made of it")
    assert kept.find() == checked


@pytest.mark.usefixtures("project")
def test_settings_code_and_folder_have_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {cache_key(NAMED), cache_key(["refs.bib"]), cache_key(NAMED, ("PAG",))}
    monkeypatch.setattr(result_cache, "code_digest", lambda: "other code")
    keys.add(cache_key(NAMED))
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    keys.add(cache_key(NAMED))
    assert len(keys) == 5


def damage(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode() + b"\n" + body


STRANGE = [
    b"",
    b"nonsense",
    damage(b"nonsense"),
    damage(b"[]"),
    damage(b"{}"),
    damage(b"[" * 100_000),
    damage(b'{"suffixes": [1]}'),
]


@pytest.mark.parametrize("data", STRANGE)
@pytest.mark.usefixtures("project")
def test_a_strange_file_is_no_result(data: bytes) -> None:
    kept = cache()
    checked = fresh(kept)
    path = next(Path("kept").rglob("*.json"))
    path.write_bytes(data)
    assert kept.find() is None
    fresh(kept)
    assert kept.find() == checked


@pytest.mark.parametrize(
    "member", ["suffixes", "listing", "digests", "absent", "texts", "findings", "counts"]
)
@pytest.mark.parametrize("value", [None, 1, [[1]], {"a": 1}])
@pytest.mark.usefixtures("project")
def test_a_forged_member_is_no_error(member: str, value: object) -> None:
    kept = cache()
    fresh(kept)
    path = next(Path("kept").rglob("*.json"))
    record = json.loads(path.read_bytes().partition(b"\n")[2])
    path.write_bytes(damage(json.dumps({**record, member: value}).encode()))
    assert kept.find() is None


@pytest.mark.usefixtures("project")
def test_a_cut_file_is_no_result() -> None:
    kept = cache()
    fresh(kept)
    path = next(Path("kept").rglob("*.json"))
    path.write_bytes(path.read_bytes()[:-1])
    assert kept.find() is None


@pytest.mark.usefixtures("project")
def test_where_nothing_can_be_written_nothing_is_said() -> None:
    Path("kept").write_text("a file in the place of the folder")
    kept = cache()
    fresh(kept)
    assert kept.find() is None
    assert Path("kept").read_text() == "a file in the place of the folder"


@pytest.mark.usefixtures("project")
def test_what_is_quick_or_unreadable_is_not_kept() -> None:
    slow = ResultCache(Path("kept"), cache_key(NAMED), NAMED, 1e9)
    fresh(slow)
    assert not Path("kept").exists()


@pytest.mark.usefixtures("project")
def test_a_folder_that_was_there_stays_as_it_was_and_no_link_is_written_through() -> None:
    Path("kept/check").mkdir(parents=True)
    Path("mine.json").write_text("mine")
    Path("kept/check/notes.json").write_text("mine too")
    kept = cache()
    (Path("kept/check") / f"{kept.key}.json").symlink_to(Path("mine.json").resolve())
    fresh(kept)
    assert Path("mine.json").read_text() == "mine"
    assert Path("kept/check/notes.json").read_text() == "mine too"
    assert not Path("kept/.gitignore").exists()


@pytest.mark.usefixtures("project")
def test_old_results_go() -> None:
    for number in range(60):
        kept = ResultCache(Path("kept"), cache_key(NAMED, number), NAMED, 0.0)
        fresh(kept)
    assert len(list(Path("kept/check").iterdir())) == 50
    assert kept.find() is not None


PIECES = ["@article{a,\n  pages = {9--1},\n}\n", "@book{b, title = {Ä {T}}}\n", "@misc{a}\n", "%\n"]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["refs.bib", "main.tex", "part.tex", "sub/more.bib", "notes.txt"]),
        st.one_of(st.none(), st.lists(st.sampled_from([*PIECES, "\\cite{b}", "\r\n"]), max_size=3)),
    ),
    min_size=1,
    max_size=4,
)


@given(EDITS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_over_any_edits_kept_findings_are_fresh_ones(
    project: Path, edits: list[tuple[str, list[str] | None]]
) -> None:
    kept = cache()
    for name, pieces in edits:
        path = project / name
        path.parent.mkdir(exist_ok=True)
        if pieces is None and name != "refs.bib":
            path.unlink(missing_ok=True)
        elif pieces is not None:
            path.write_bytes("".join(pieces).encode())
        found = kept.find()
        checked = fresh(kept, keep=found is None)
        assert found is None or found == checked
        assert kept.find() == checked
