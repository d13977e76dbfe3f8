"""``citekit extract FOLDER``: processes, time-outs, interrupts, and the report at the end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOTE = "A claim.<sup>1</sup>\n\n---\n\n<sup>1</sup> {}, “Rivers”, *Meridian*, 49:3, 2005, 4.\n"
posix = pytest.mark.skipif(os.name == "nt", reason="there are no named pipes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number, name in enumerate(("Mara Voss", "Ole Berg") * 5):
        (papers / f"{number}.md").write_text(NOTE.format(name), "utf-8")
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\n\x00\xff")
    return papers


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "citekit", "extract", *arguments]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_processes_write_what_one_writes_and_the_report_names_what_was_not_read(
    folder: Path,
) -> None:
    alone, together = run(str(folder), "--jobs", "0"), run(str(folder), "--jobs", "2")
    assert alone.returncode == together.returncode == 2
    assert "@article" in alone.stdout
    assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)
    *_, unread, remedy, read, _, works = ["", *together.stderr.splitlines()]
    assert "broken.pdf: error: " in unread + remedy
    assert read == "1 of 11 files could not be read"
    assert works == "2 distinct works, nothing doubtful, 1 error"


def opened_for_writing(pipe: Path) -> int:
    """The descriptor of ``pipe``, once another process reads it."""
    end = time.monotonic() + 30
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.05)


@posix
def test_a_file_that_takes_too_long_is_given_up(folder: Path) -> None:
    os.mkfifo(folder.parent / "pipe.md")
    done = run(
        str(folder / "1.md"), str(folder.parent / "pipe.md"), "--timeout", "5", "--to", "ris"
    )
    assert done.returncode == 2
    assert "pipe.md: error: not done after 5 s [failed-document]" in done.stderr
    assert "Berg" in done.stdout


def test_a_cache_changes_nothing_but_what_is_read(folder: Path) -> None:
    cache = folder.parent / "cache"
    plain = run(str(folder))
    for _ in range(2):
        done = run(str(folder), "--jobs", "0", "--cache", str(cache))
        assert (done.stdout, done.stderr) == (plain.stdout, plain.stderr)
    assert len([file for file in cache.rglob("*") if file.is_file()]) == 11


@posix
def test_an_interrupt_ends_all_processes_without_a_traceback(folder: Path) -> None:
    pipe = folder.parent / "pipe.md"
    os.mkfifo(pipe)
    with subprocess.Popen(
        command(str(folder), str(pipe), "--jobs", "2"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        writer = opened_for_writing(pipe)
        os.killpg(process.pid, signal.SIGINT)
        # Ends only when no process holds the pipes any more.
        out, err = process.communicate(timeout=20)
        os.close(writer)
    assert process.returncode == 130
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize("option", [["--jobs", "-1"], ["--timeout", "0"], ["--jobs", "x"]])
def test_numbers_that_make_no_sense_are_refused(folder: Path, option: list[str]) -> None:
    done = run(str(folder), *option)
    assert done.returncode == 2
    assert option[0] in done.stderr
    assert "Traceback" not in done.stderr
