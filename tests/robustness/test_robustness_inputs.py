"""Whatever the input, the command gives a result or says what is wrong; it never falls over."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from forked_command import run_forked
from hostile_inputs import HOSTILE_INPUTS, HostileInput

# Enough to reach every limit of recursion, small enough for the suite; bench/robustness.py
# takes the same inputs to 50 MB.
SIZE = 16_000
SECONDS = 60
FINE, USAGE = 0, 2


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "citekit", "extract", "--quiet", "--to", "json", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=SECONDS, check=False)


def check_answer(done: subprocess.CompletedProcess[bytes], name: str) -> None:
    check_output(done.returncode, done.stdout, done.stderr, name)


def check_output(status: int, stdout: bytes, stderr: bytes, name: str) -> None:
    message = stderr.decode("utf-8", "replace")
    assert "Traceback" not in message
    assert "internal error" not in message
    if status == FINE:
        assert json.loads(stdout)["schema"] == 1
    else:
        assert status == USAGE, message
        assert name in message


@pytest.mark.parametrize("case", HOSTILE_INPUTS, ids=lambda case: case.name)
def test_hostile_content_is_answered(case: HostileInput, tmp_path: Path) -> None:
    path = tmp_path / case.name
    path.write_bytes(case.make(SIZE))
    arguments = ["extract", "--quiet", "--to", "json", str(path)]
    done = run_forked(arguments, tmp_path, cpu_seconds=SECONDS)
    check_output(done.status, done.stdout, done.stderr, case.name)


def test_html_nested_100_000_deep_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(b"<html><body>" + b"<div>" * 100_000 + b"text" + b"</div>" * 100_000)
    check_answer(run(str(path)), path.name)


def test_hostile_content_on_stdin_is_answered() -> None:
    check_answer(run("-", stdin=bytes(range(256)) * 40), "stdin")


def test_a_good_file_is_extracted_beside_a_hostile_one(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.md").write_text("# A title\n\nText.[^1]\n\n[^1]: Ann Lee, *Book*, 2001.\n")
    done = run(str(tmp_path))
    assert b"Traceback" not in done.stderr
    documents = {Path(d["path"]).name: d for d in json.loads(done.stdout)["documents"]}
    assert [c["text"] for c in documents["good.md"]["citations"] if c["kind"] == "footnote"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    done = run(str(tmp_path / "nowhere.md"))
    assert (done.returncode, done.stdout) == (USAGE, b"")
    check_answer(done, "nowhere.md")


def test_a_loop_of_links_is_named(tmp_path: Path) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    done = run(str(loop))
    assert done.returncode == USAGE
    check_answer(done, "loop.md")


def test_a_folder_that_links_to_itself_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "page.md").write_text("Text.\n")
    done = run(str(tmp_path))
    check_answer(done, tmp_path.name)
    assert len(json.loads(done.stdout)["documents"]) == 1


def test_an_empty_folder_is_answered(tmp_path: Path) -> None:
    check_answer(run(str(tmp_path)), tmp_path.name)


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "locked.md"
    locked.write_text("Text.\n")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("this user may read every file")
    done = run(str(locked))
    assert done.returncode == USAGE
    check_answer(done, "locked.md")


def test_a_pipe_that_nobody_reads_is_no_error(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    # More than a pipe holds, so that writing goes on after the reader has left.
    notes = (f"Text.[^{k}]\n\n[^{k}]: Ann Lee, *Book {k}*, 2001.\n\n" for k in range(200))
    page.write_text("".join(notes))
    command = f"'{sys.executable}' -m citekit extract --to json '{page}' | head -c 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, timeout=SECONDS, check=False
    )
    assert b"Traceback" not in done.stderr
