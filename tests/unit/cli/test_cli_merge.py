"""``citekit merge``: what goes where, and with which exit status."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ONE = "@book{one, author = {Ono, Masao}, title = {Straits of Japan}, year = 1999}\n"
TWO = ONE.replace("{one,", "{two, publisher = {North},")
# A title that lacks what may be the subtitle of the other, with nothing to tell more.
THIN = "@book{thin, author = {Ono, Masao}, title = {Straits}, year = 1999}\n"
FULL = "@book{full, author = {Ono, Masao}, title = {Straits: ferries of the north}, year = 1999}\n"
UNSIGNED = "@article{k1, title = {Straits}, journal = {Coast}, year = 1999}\n"


def run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", "merge", *arguments],
        input=data,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "a.bib", tmp_path / "b.bib"]
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text, "utf-8")
    return list(map(str, paths))


@pytest.fixture
def doubtful(tmp_path: Path) -> str:
    path = tmp_path / "doubtful.bib"
    path.write_text(THIN + FULL, "utf-8")
    return str(path)


def test_data_goes_to_stdout_and_words_to_stderr(files: list[str]) -> None:
    done = run(*files)
    assert done.returncode == 0
    assert done.stdout.count(b"@") == 1
    assert b"ids" in done.stdout
    assert b"2 records in 2 files, 1 work: 1 of several records" in done.stderr
    assert run(*files, "-q").stderr == b""


def test_the_suffix_names_the_format_and_stdin_is_an_input(
    files: list[str], tmp_path: Path
) -> None:
    output = tmp_path / "c.ris"
    assert run(files[0], "-", "-o", str(output), data=TWO.encode()).returncode == 0
    assert output.read_text("utf-8").count("TY  - ") == 1


def test_a_dry_run_writes_nothing_but_what_would_happen(files: list[str], tmp_path: Path) -> None:
    output, report = tmp_path / "c.bib", tmp_path / "r.json"
    done = run(*files, "-o", str(output), "--report", str(report), "--dry-run")
    assert done.stdout.decode() == f"{files[1]}:1:1 two would go into {files[0]}:1:1 one\n"
    assert not output.exists()
    assert not report.exists()
    explained = run(*files, "--dry-run", "--explain").stdout
    assert b"same because" in explained


def test_explanation_and_report(files: list[str], tmp_path: Path) -> None:
    report = tmp_path / "r.json"
    done = run(*files, "--explain", "--report", str(report), "-o", str(tmp_path / "c.bib"))
    assert b"same because" in done.stderr
    assert json.loads(report.read_bytes())["works"][0]["records"] == [0, 1]


def test_doubts_fail_only_when_strict(doubtful: str) -> None:
    done = run(doubtful)
    assert done.returncode == 0
    assert b"doubtful.bib:2:1: doubtful: 'full' may be the same work as 'thin' at " in done.stderr
    assert run(doubtful, "--strict").returncode == 1


def answer(path: str, answers: bytes, *arguments: str) -> str:
    """What a person at a terminal sees who gives ``answers``."""
    person, terminal = pty.openpty()
    os.write(person, answers)
    done = subprocess.run(
        [sys.executable, "-m", "citekit", "merge", path, "--interactive", *arguments],
        stdin=terminal,
        capture_output=True,
        check=False,
        timeout=60,
    )
    os.close(person)
    os.close(terminal)
    assert done.returncode == 0
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize(("letter", "works"), [("y", 1), ("n", 2)])
def test_an_answer_is_remembered(doubtful: str, letter: str, works: int, tmp_path: Path) -> None:
    decisions = str(tmp_path / "decisions.toml")
    seen = answer(doubtful, f"what\n{letter}\n".encode(), "--decisions", decisions)
    assert seen.count("One work?") == 2
    assert "* title" in seen
    done = run(doubtful, "--decisions", decisions, "--strict")
    assert done.returncode == 0
    assert done.stdout.count(b"@") == works


@pytest.mark.parametrize("letter", ["s", "q"])
def test_skipping_decides_nothing(doubtful: str, letter: str, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.toml"
    assert "1 doubtful" in answer(doubtful, f"{letter}\n".encode(), "--decisions", str(decisions))
    assert not decisions.exists()


def test_an_answer_against_earlier_ones_is_not_kept(tmp_path: Path) -> None:
    path, decisions = tmp_path / "three.bib", tmp_path / "decisions.jsonl"
    signed = UNSIGNED.replace("{k1,", "{k2, author = {Ono, Masao},")
    placed = UNSIGNED.replace("{k1,", "{k3, publisher = {North},")
    path.write_text(UNSIGNED + signed + placed, "utf-8")
    seen = answer(str(path), b"y\ny\nn\n", "--decisions", str(decisions))
    assert "This answer is not kept." in seen
    assert decisions.read_text("utf-8").count('"same"') == 2
    assert run(str(path), "--decisions", str(decisions)).stdout.count(b"@") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-file.bib"],
        ["-", "-"],
        ["-", "--interactive"],
        ["a.bib", "--interactive"],
        ["-", "--interactive", "--dry-run"],
        ["-", "--to", "zotero-rdf"],
        ["-", "--to", "nonsense"],
        ["-", "--from", "nonsense"],
        ["-", "--decisions", "."],
    ],
)
def test_wrong_use_is_a_message_and_status_2(arguments: list[str]) -> None:
    done = run(*arguments, data=ONE.encode())
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr
    assert b"internal" not in done.stderr
