"""The commands: data to stdout, words to stderr, documented exit statuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from citekit.cli.streams import read_stdin
from citekit.errors import ConfigError

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
        ["format", "-", "-"],
        ["extract", "-", "-"],
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


@pytest.mark.parametrize("folder", ["notes.v1", "made"])
def test_a_folder_that_exists_is_written_into_whatever_its_name(
    tmp_path: Path, folder: str
) -> None:
    target = tmp_path / folder
    target.mkdir()
    assert run("extract", "-", "-o", str(target), data=NOTE).returncode == 0
    assert (target / "references.bib").exists()


def test_a_slash_at_the_end_names_a_folder(tmp_path: Path) -> None:
    assert run("extract", "-", "-o", f"{tmp_path}/new.v1/", data=NOTE).returncode == 0
    assert (tmp_path / "new.v1" / "extraction.json").exists()


def test_a_file_that_exists_is_written_to_whatever_its_name(tmp_path: Path) -> None:
    target = tmp_path / "references"
    target.write_text("old")
    assert run("extract", "-", "-o", str(target), data=NOTE).returncode == 0
    assert target.read_text("utf-8").startswith("@article{voss2005,")


@pytest.mark.parametrize("target", ["-", "/dev/stdout"])
def test_standard_output_can_be_named(target: str, tmp_path: Path) -> None:
    for arguments in (["extract", "-"], ["convert", "-", "--from", "biblatex"]):
        done = subprocess.run(
            [sys.executable, "-m", "citekit", *arguments, "-o", target, "--to", "ris"],
            input=NOTE if arguments[0] == "extract" else BIB,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
            cwd=tmp_path,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("TY  - JOUR")
    assert list(tmp_path.iterdir()) == []


def test_a_named_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        ["/bin/sh", "-c", f"printf '%s' \"$NOTE\" > '{pipe}'"], env={**os.environ, "NOTE": NOTE}
    ):
        done = run("extract", str(pipe), "--to", "csl-json")
    assert [item["id"] for item in json.loads(done.stdout)] == ["voss2005"]


def test_a_name_that_is_no_utf_8_or_holds_controls_stays_on_one_line(tmp_path: Path) -> None:
    source = os.fsencode(tmp_path) + b"/a\xff\n\x1b[31m.md"
    Path(os.fsdecode(source)).write_text("A claim.\n", "utf-8")
    done = run("extract", os.fsdecode(source), "--strict")
    assert done.returncode == 0, done.stderr
    Path(os.fsdecode(source)).write_bytes(b"")
    done = run("extract", os.fsdecode(source))
    assert done.returncode == 0, done.stderr
    assert "a\\udcff\\n\\x1b[31m.md: warning: the file is empty" in done.stderr


def test_standard_input_is_read_only_once() -> None:
    assert "only once" in run("format", "-", "-", data=BIB).stderr


def test_output_that_is_full_is_a_message_and_status_2() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "citekit", "convert", "-"],
            input=BIB,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("citekit: standard output cannot be written: No space left")


@pytest.mark.parametrize("closed", ["| true", "2>&1 >/dev/null | true"])
def test_a_reader_that_goes_away_early_is_no_finding(closed: str, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(NOTE, "utf-8")
    status = tmp_path / "status"
    command = f'( "{sys.executable}" -m citekit extract note.md; echo $? > status ) {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert status.read_text() == "0\n"


def test_strict_convert_exits_with_1_when_the_target_cannot_hold_something() -> None:
    odd = BIB.replace("  date", "  mood = {glad},\n  date")
    assert run("convert", "-", "--to", "ris", "--strict", data=BIB).returncode == 0
    assert run("convert", "-", "--to", "ris", data=odd).returncode == 0
    done = run("convert", "-", "--to", "ris", "--strict", data=odd)
    assert "mood" in done.stderr
    assert done.returncode == 1


def test_a_document_is_no_bibliography(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_text("Write to mara@example.org about rivers.\n", "utf-8")
    done = run("convert", str(source))
    assert done.returncode == 2
    assert "citekit extract" in done.stderr


def test_a_bib_file_without_an_entry_is_said() -> None:
    done = run("convert", "-", "--from", "bibtex", data="Rivers and borders.\n")
    assert "no entry" in done.stderr


def test_labels_keep_a_record_together_whatever_line_ends_its_text_holds() -> None:
    text = "Voss, M. (2005).\u2028Rivers.\x85 Meridian, 49(3), 12-31."
    data = json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\r\n"
    (record,) = [
        json.loads(x) for x in run("parse", "--to", "labels", data=data).stdout.split("\n") if x
    ]
    assert record["id"] == "a"


def test_parsed_values_lead_back_to_their_line_of_the_file(tmp_path: Path) -> None:
    source = tmp_path / "two.txt"
    first = "Voss, M. (2005). Rivers. Meridian, 49(3), 12-31."
    text = f"{first}\r\n\r\n  Berg, T. (1998). Ports. Oslo: Cappelen.\r\n"
    source.write_bytes(text.encode())
    done = run("parse", str(source), "--to", "json")
    for reference in json.loads(done.stdout)["references"]:
        ((_, start, end),) = reference["custom"]["citekit"]["origins"]["title"]
        assert text[start:end] == reference["title"]


def test_an_unknown_style_is_said_before_any_work(tmp_path: Path) -> None:
    done = run("extract", "-", "-o", str(tmp_path / "bib"), "--style", "plian", data=NOTE)
    assert done.returncode == 2
    assert "plain" in done.stderr
    assert not (tmp_path / "bib").exists()


def test_a_style_without_a_folder_is_wrong_use() -> None:
    done = run("extract", "-", "--style", "plain", data=NOTE)
    assert done.returncode == 2
    assert "-o" in done.stderr


def test_format_renders_a_bibliography_in_a_csl_style() -> None:
    done = run("format", "-", "--style", "apa", "--to", "markdown", data=BIB)
    assert (done.returncode, done.stdout) == (0, "Voss, M. (2005). *Rivers*.\n")


def test_format_renders_one_citation(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    assert run("format", str(path), "--style", "apa", "--cite", "voss2005").stdout == (
        "(Voss, 2005)\n"
    )
    done = run("format", str(path), "--style", "apa", "--cite", "[see @voss2005, p. 3; @vos2005]")
    assert (done.returncode, done.stdout) == (1, "(see Voss, 2005, p. 3; [?vos2005])\n")
    assert "Did you mean 'voss2005'?" in done.stderr
    assert run("format", str(path), "--cite", "@voss2005 and @x").returncode == 2
    assert run("format", str(path), "--cite", ",").returncode == 2
    assert run("format", str(path), "--style", "plain", "--cite", "voss2005").returncode == 2


def test_format_renders_a_draft(tmp_path: Path) -> None:
    bib, draft, target = (tmp_path / name for name in ("refs.bib", "draft.md", "out.md"))
    bib.write_text(BIB, "utf-8")
    draft.write_text("As @voss2005 says.\n", "utf-8")
    done = run("format", str(draft), "-b", str(bib), "--style", "apa", "-o", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.read_text("utf-8") == "As Voss (2005) says.\n\nVoss, M. (2005). *Rivers*.\n"
    done = run("format", "-", "-b", str(bib), data="As @vos says.\n")
    assert (done.returncode, done.stdout) == (1, "As [?vos] says.\n")
    assert "<stdin>:1:4: error: no work has the key 'vos' [missing-key]" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft.md", "-b", "refs.bib", "--to", "html"],
        ["draft.md", "other.md", "-b", "refs.bib"],
        ["draft.md", "-b", "no-such-file.bib"],
        ["draft.md"],
        ["-", "-b", "-"],
    ],
)
def test_a_draft_that_cannot_be_rendered_is_refused(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "draft.md").write_text("@voss2005\n", "utf-8")
    known = {"draft.md", "refs.bib", "other.md"}
    done = run("format", *(str(tmp_path / one) if one in known else one for one in arguments))
    assert done.returncode == 2
    assert done.stderr.startswith("citekit: ")


def test_a_closed_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(ConfigError, match="standard input is closed"):
        read_stdin()
