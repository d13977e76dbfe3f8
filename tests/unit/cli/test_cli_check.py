"""``citekit check`` and ``citekit explain`` as they are called."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FAULTY = "@article{a,\n  title = {T},\n  pages = {113--101},\n}\n"
CLEAN = "@article{a,\n  title = {T},\n  pages = {101--113},\n}\n"
SPACED = "@article{a,\r\n  pages = {101 -- 113},\r\n  note = {\u00e9\udcff},\r\n}\r\n"


def run(
    *arguments: str, folder: Path, data: bytes = b"", command: str = "check"
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", command, *arguments],
        input=data,
        capture_output=True,
        check=False,
        timeout=120,
        cwd=folder,
    )


def test_findings_go_to_stdout_and_the_summary_to_stderr(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(FAULTY)
    done = run("refs.bib", "--select", "PAG003", "--output-format", "concise", folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout == b"refs.bib:3:12: PAG003 pages '113--101' runs backwards\n"
    assert done.stderr == b"1 finding (1 warning) in 1 file\n"
    quiet = run("refs.bib", "--select", "PAG003", "-q", "--exit-zero", folder=tmp_path)
    assert (quiet.returncode, quiet.stderr) == (0, b"")


def test_a_clean_file_is_said_to_be_clean(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(CLEAN)
    done = run("--select", "PAG", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"0 findings\n")


def test_fixes_are_shown_made_and_touch_no_other_byte(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    data = SPACED.encode("utf-8", "surrogateescape")
    path.write_bytes(data)
    select = ("--select", "PAG007", "refs.bib")
    shown = run("--diff", *select, folder=tmp_path)
    assert shown.returncode == 1
    assert b"-  pages = {101 -- 113},\r\n+  pages = {101--113},\r\n" in shown.stdout
    assert path.read_bytes() == data
    done = run("--fix", *select, folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert path.read_bytes() == data.replace(b" -- ", b"--")
    again = run("--diff", *select, folder=tmp_path)
    assert (again.returncode, again.stdout) == (0, b"")


def test_standard_input_is_checked_and_mended(tmp_path: Path) -> None:
    data = SPACED.encode("utf-8", "surrogateescape")
    found = run("-", "--select", "PAG007", "--output-format", "json", folder=tmp_path, data=data)
    assert json.loads(found.stdout)[0]["path"] == "stdin.bib"
    mended = run("-", "--select", "PAG007", "--fix", folder=tmp_path, data=data)
    assert mended.stdout == data.replace(b" -- ", b"--")


def test_a_baseline_hides_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(FAULTY)
    (tmp_path / "citekit.toml").write_text('select = ["PAG003"]\nbaseline = "known.json"\n')
    assert run(folder=tmp_path).returncode == 1
    written = run("--write-baseline", "known.json", folder=tmp_path)
    assert written.returncode == 0
    assert run(folder=tmp_path).returncode == 0
    path.write_text("\n\n" + FAULTY + FAULTY.replace("{a,", "{b,").replace("113", "213"))
    news = run("--output-format", "jsonl", folder=tmp_path)
    assert [json.loads(line)["line"] for line in news.stdout.splitlines()] == [9]
    assert b"1 in the baseline" in news.stderr
    path.write_text(CLEAN)
    gone = run(folder=tmp_path)
    assert gone.returncode == 0
    assert b"1 of the baseline gone" in gone.stderr
    (tmp_path / "known.json").write_text("[]")
    assert run(folder=tmp_path).returncode == 2


def test_settings_are_found_above_and_the_command_line_wins(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.citekit]\nselect = ["PAG003"]\n[tool.citekit.severity]\nPAG003 = "error"\n'
    )
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "refs.bib").write_text(FAULTY)
    found = run("deep", "--output-format", "errorformat", folder=tmp_path)
    assert b": error: " in found.stdout
    assert run("deep", "--select", "PAG007", folder=tmp_path).returncode == 0
    plain = run("deep", "--no-config", "--output-format", "json", folder=tmp_path)
    assert len(json.loads(plain.stdout)) >= 1


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('selct = ["PAG"]', "selct: there is no such setting; did you mean 'select'?"),
        ('select = "PAG"', "select: write a list of texts"),
        ('select = ["PGA"]', "select: no rule or family is called 'PGA'"),
        ("select = [", "is not valid TOML"),
        ('dialect = "tex"', "dialect: write 'bibtex' or 'biblatex', not 'tex'"),
        ('[severity]\nPAG = "loud"', "severity.PAG: write one of"),
        ("[rules.PAG003]\nlimit = 3", "rules.PAG003.limit: the rule has no such option"),
        ("[rules.PAG]\nlimit = 3", "options are those of one rule"),
        ('[rules.PAG010]\nmost = "x"', "rules.PAG010.most: write a value such as"),
        ("per-file-ignores = 3", "per-file-ignores: this is a table"),
    ],
)
def test_wrong_settings_are_refused_with_their_place(
    tmp_path: Path, toml: str, message: str
) -> None:
    (tmp_path / "refs.bib").write_text(CLEAN)
    (tmp_path / "citekit.toml").write_text(toml)
    done = run(folder=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr.decode()
    assert "citekit.toml" in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.bib"], "none.bib"),
        (["no*.bib"], "no file fits this pattern"),
        (["--select", "XXX"], "--select: no rule or family is called 'XXX'"),
        (["--output-format", "xml"], "--output-format is one of"),
        (["--dialect", "tex"], "--dialect is"),
        (["--config", "none.toml"], "none.toml: cannot be read"),
        (["--baseline", "none.json"], "none.json: cannot be read"),
    ],
)
def test_wrong_use_is_refused(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "refs.bib").write_text(CLEAN)
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr.decode()


def test_a_folder_without_anything_to_check_says_so(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    done = run(folder=tmp_path)
    assert done.returncode == 2
    assert b"no .bib file or document to check" in done.stderr


def test_statistics_count_by_rule(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(FAULTY + FAULTY.replace("{a,", "{b,"))
    done = run("--select", "PAG003", "--statistics", folder=tmp_path)
    assert done.stdout.split() == [b"2", b"PAG003", b"reversed-page-range"]


def test_documents_bring_the_files_that_they_name(tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text("\\input{part}\n\\bibliography{refs}\n")
    (tmp_path / "part.tex").write_text("\\cite{a}\n")
    (tmp_path / "refs.bib").write_text(FAULTY)
    done = run("paper.tex", "--select", "PAG003", "--output-format", "concise", folder=tmp_path)
    assert done.stdout.startswith(b"refs.bib:3:")


def test_explain_prints_pages_and_lists(tmp_path: Path) -> None:
    page = run("pag003", folder=tmp_path, command="explain")
    assert page.stdout.startswith(b"# PAG003: reversed-page-range\n")
    assert run("reversed-page-range", folder=tmp_path, command="explain").stdout == page.stdout
    listed = run(folder=tmp_path, command="explain").stdout.decode().splitlines()
    assert any(line.startswith("PAG003 ") for line in listed)
    family = run("PAG", folder=tmp_path, command="explain").stdout.decode()
    assert family.count("\n# PAG") > 5
    assert run("PGA", folder=tmp_path, command="explain").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "any"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "any", "--exit-zero"], 0),
        (["--fail-on", "often"], 2),
    ],
)
def test_it_fails_on_what_it_is_told_to(tmp_path: Path, arguments: list[str], status: int) -> None:
    (tmp_path / "refs.bib").write_text(FAULTY)
    done = run("--select", "PAG003", *arguments, folder=tmp_path)
    assert done.returncode == status
    assert status == 2 or b"PAG003" in done.stdout


def test_a_fix_can_fail_the_run(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    arguments = ("--select", "PAG007", "--fix", "--exit-non-zero-on-fix")
    path.write_bytes(SPACED.encode("utf-8", "surrogateescape"))
    assert [run(*arguments, folder=tmp_path).returncode for _ in range(2)] == [1, 0]


def test_one_run_writes_several_reports(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(FAULTY)
    reports = ("--report", "sarif=a.sarif", "--report", "junit=b.xml")
    done = run("--select", "PAG003", "--output-format", "github", *reports, folder=tmp_path)
    assert done.stdout.startswith(b"::warning file=refs.bib,line=3,")
    assert json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"]
    assert 'failures="1"' in (tmp_path / "b.xml").read_text()
    for wrong in ("sarif", "xml=b.xml"):
        assert run("--report", wrong, folder=tmp_path).returncode == 2


def test_files_are_shown_and_left_out(tmp_path: Path) -> None:
    for name in ("refs.bib", "old.bib"):
        (tmp_path / name).write_text(FAULTY)
    assert run("--show-files", folder=tmp_path).stdout.split() == [b"old.bib", b"refs.bib"]
    shown = run("--show-files", "--exclude", "old*", folder=tmp_path)
    assert (shown.returncode, shown.stdout) == (0, b"refs.bib\n")


def test_shown_settings_are_settings_of_the_same_effect(tmp_path: Path) -> None:
    (tmp_path / "citekit.toml").write_text(
        'select = ["PAG"]\nexclude = ["old/*"]\ndialect = "biblatex"\nbaseline = "known.json"\n'
        'extend-unsafe-fixes = ["PAG007"]\n[per-file-ignores]\n"a \\"b\\".bib" = ["PAG001"]\n'
        '[severity]\nPAG003 = "error"\n[rules.PAG010]\nmost = 3\n'
    )
    shown = run("--ignore", "PAG001", "--show-settings", folder=tmp_path).stdout.decode()
    assert '"PAG003"' in shown
    assert '"PAG001",' not in shown.partition("]")[0]
    (tmp_path / "again.toml").write_text(shown)
    again = run("--config", "again.toml", "--show-settings", folder=tmp_path).stdout.decode()
    assert shown.splitlines()[1:] == again.splitlines()[1:]
    assert run("--no-config", "--show-settings", folder=tmp_path).stdout.startswith(b"# No file")


def test_a_broken_notebook_is_said_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("not json")
    (tmp_path / "refs.bib").write_text(CLEAN)
    done = run("--select", "PAG", folder=tmp_path)
    assert done.returncode == 2
    assert b"a.ipynb: " in done.stderr
