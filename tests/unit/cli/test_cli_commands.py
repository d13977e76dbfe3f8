"""The commands: data to stdout, words to stderr, documented exit statuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTE = (
    "A claim.<sup>1</sup>\n\n---\n\n<sup>1</sup> Mara Voss, “Rivers”, *Meridian*, 49:3, 2005, 4.\n"
)
BIB = "@article{voss2005,\n  author = {Voss, Mara},\n  title = {Rivers},\n  date = {2005},\n}\n"


def run(*arguments: str, data: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", *arguments],
        input=data,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_extract_reads_stdin_and_writes_stdout() -> None:
    done = run("extract", "-", "--to", "json", data=NOTE)
    assert done.returncode == 0
    assert [r["id"] for r in json.loads(done.stdout)["references"]] == ["voss2005"]
    assert "1 distinct work" in done.stderr


def test_extract_into_a_folder_writes_all_outputs(tmp_path: Path) -> None:
    source, target = tmp_path / "paper.md", tmp_path / "bib"
    source.write_text(NOTE, "utf-8")
    done = run("extract", str(source), "-o", str(target), "--style", "plain", "--style", "alpha")
    assert done.returncode == 0
    assert done.stdout == ""
    assert sorted(p.name for p in target.iterdir()) == [
        "bibliography-alpha.md",
        "bibliography-plain.md",
        "extraction.json",
        "references.bib",
        "references.csl.json",
    ]


def test_the_suffix_of_a_file_decides_its_format(tmp_path: Path) -> None:
    target = tmp_path / "out.csl.json"
    assert run("extract", "-", "-o", str(target), data=NOTE).returncode == 0
    assert json.loads(target.read_text("utf-8"))[0]["id"] == "voss2005"


def test_strict_exits_with_1_when_something_is_doubtful() -> None:
    thin = "In the Daily Herald, Jane Doe asks, “Why now?”\n\nNobody knows why, and nobody asks.\n"
    doubtful = run("extract", "-", "--strict", data=NOTE.replace("Mara Voss, “Rivers”", "Ibid."))
    assert doubtful.returncode == 1, doubtful.stderr
    assert run("extract", "-", "--strict", data=NOTE).returncode == 0
    assert run("extract", "-", data=thin).returncode == 0


def test_quiet_says_nothing_but_errors() -> None:
    assert run("extract", "-", "--quiet", data=NOTE).stderr == ""
    done = run("extract", "-", "--quiet", data="%PDF-1.7\n")
    assert done.returncode == 2
    assert "PDF" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "no-such-file.md"],
        ["extract", "-", "--to", "bibtext"],
        ["extract", "-", "--no-such-option"],
        ["extract", "-", "-o", "out.xyz"],
        ["format", "-", "--style", "plian"],
        ["no-such-command"],
        ["convert", "-", "--to", "word"],
    ],
)
def test_wrong_use_is_a_message_and_status_2(arguments: list[str]) -> None:
    done = run(*arguments, data=BIB)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_name_gets_near_matches() -> None:
    assert "bibtex" in run("extract", "-", "--to", "bibtext", data=NOTE).stderr
    assert "plain" in run("format", "-", "--style", "plian", data=BIB).stderr


def test_parse_takes_a_reference_a_line() -> None:
    first = "Voss, M. (2005). Rivers. Meridian, 49(3), 12-31."
    second = "Berg, T. (1998). Ports. Oslo: Cappelen."
    items = json.loads(run("parse", data=f"{first}\n\n{second}\n").stdout)
    assert [item["title"] for item in items] == ["Rivers", "Ports"]


def test_parse_to_labels_reads_and_writes_json_lines() -> None:
    text = "Voss, M. (2005). Rivers. Meridian, 49(3), 12-31."
    done = run("parse", "--to", "labels", data=json.dumps({"id": "a", "text": text}) + "\n")
    (record,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert record["id"] == "a"
    read = {label: text[start:end] for start, end, label in record["labels"]}
    assert read["issued"] == "2005"
    assert read["volume"] == "49"


def test_convert_and_format_take_a_bib_file() -> None:
    items = json.loads(run("convert", "-", "--to", "csl-json", data=BIB).stdout)
    assert items[0]["author"] == [{"family": "Voss", "given": "Mara"}]
    done = run("format", "-", "--style", "plain", data=BIB)
    assert "Mara Voss. Rivers" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_CITEKIT_COMPLETE" in run("completion", shell).stdout


def test_a_closed_pipe_is_no_error() -> None:
    command = f'"{sys.executable}" -m citekit --help | head -c 1'
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("words", "position", "candidate"),
    [("citekit ex", "1", "extract"), ("citekit extract --st", "2", "--strict")],
)
def test_completion_offers_commands_and_options(words: str, position: str, candidate: str) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": position, "_CITEKIT_COMPLETE": "complete_bash"}
    done = subprocess.run(
        [sys.executable, "-m", "citekit"],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert candidate in done.stdout.split()
