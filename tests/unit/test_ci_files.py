"""The GitHub Action, the hooks of pre-commit and GitLab's job do what they say."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from citekit.drafts.key_uses.reading import READERS

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
YAML_OF_PAGE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
BIB = "@article{a,\n  title = {T},\n  pages = {%s},\n}\n"
FAULTY, CLEAN = BIB % "113--101", BIB % "101--113"
GENERATED = {".sty", ".cls", ".aux", ".bcf"}
BASH = shutil.which("bash")

needs_bash = pytest.mark.skipif(BASH is None, reason="there is no bash")


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A folder with what a runner of GitHub has: a workspace, a temporary folder, its files."""
    for name in ("work", "temp"):
        (tmp_path / name).mkdir()
    return tmp_path


def inputs(values: Mapping[str, str]) -> dict[str, str]:
    unknown = values.keys() - ACTION["inputs"].keys()
    assert not unknown
    return {name: values.get(name, one["default"]) for name, one in ACTION["inputs"].items()}


def run_step(
    step: dict[str, Any], values: dict[str, str], runner: Path
) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as GitHub does, with what its expressions stand for."""

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: values[match[1]], text)

    (runner / "script").write_text(step["run"])
    command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(runner / "script")]
    return subprocess.run(
        command,
        cwd=runner / "work",
        env={
            "PATH": os.environ["PATH"],
            "RUNNER_TEMP": str(runner / "temp"),
            "GITHUB_OUTPUT": str(runner / "output"),
            "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
            **{name: filled(text) for name, text in step["env"].items()},
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def check(runner: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the checking step of the action with these inputs, dashes written as ``_``."""
    chosen = inputs({name.replace("_", "-"): value for name, value in given.items()})
    values = {f"inputs.{name}": value for name, value in chosen.items()}
    values["steps.install.outputs.python"] = sys.executable
    return run_step(step_called("check"), values, runner)


def step_called(name: str) -> dict[str, Any]:
    return next(step for step in ACTION["runs"]["steps"] if step.get("id") == name)


def test_scripts_of_the_action_take_their_values_from_the_environment() -> None:
    """An expression inside a script would run whatever its value says."""
    steps = ACTION["runs"]["steps"]
    assert [step["id"] for step in steps] == ["python", "install", "check"]
    assert all("${{" not in step.get("run", "") for step in steps)
    named = set(re.findall(r"inputs\.([\w-]+)", json.dumps(steps)))
    assert named == ACTION["inputs"].keys()
    assert all(one["description"] for one in ACTION["inputs"].values())
    assert all(isinstance(one["default"], str) for one in ACTION["inputs"].values())


@needs_bash
@pytest.mark.parametrize(
    ("version", "wanted"), [("", "/the/action"), ("0.1.0", "citekit-bib==0.1.0")]
)
def test_the_action_installs_what_it_comes_with_or_a_version(
    runner: Path, version: str, wanted: str
) -> None:
    """A stand-in for Python writes down what it is asked for, since tests have no network."""
    python = runner / "python"
    python.write_text(
        f'#!/bin/sh\necho "$@" >> {shlex.quote(str(runner / "asked"))}\n'
        f'if [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    values = {
        "steps.python.outputs.python-path": str(python),
        "github.action_path": "/the/action",
        "inputs.version": version,
    }
    done = run_step(step_called("install"), values, runner)
    assert done.returncode == 0, done.stderr
    home = runner / "temp" / "citekit"
    assert (runner / "output").read_text() == f"python={home}/bin/python\n"
    asked = (runner / "asked").read_text().splitlines()
    assert asked == [
        f"-m venv {home}",
        f"-m pip install --quiet --disable-pip-version-check {wanted}",
        "-m citekit --version",
    ]


@needs_bash
def test_the_action_shows_findings_beside_the_lines(runner: Path) -> None:
    (runner / "work" / "refs.bib").write_text(FAULTY)
    done = check(runner, args="--select PAG003", sarif="citekit.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::warning file=refs.bib,line=3,endLine=3,col=12,")
    assert (runner / "output").read_text() == "status=1\n"
    assert "refs.bib:3:12: PAG003" in (runner / "summary.md").read_text()
    log = json.loads((runner / "work" / "citekit.sarif").read_text())
    assert log["runs"][0]["results"][0]["ruleId"] == "PAG003"


@needs_bash
def test_the_action_is_content_with_a_clean_project(runner: Path) -> None:
    (runner / "work" / "refs.bib").write_text(CLEAN)
    done = check(runner, args="--select PAG003")
    assert (done.returncode, done.stdout) == (0, "")
    assert (runner / "output").read_text() == "status=0\n"
    assert not (runner / "summary.md").exists()


@needs_bash
def test_the_action_takes_paths_with_blanks_and_options_over_its_own(runner: Path) -> None:
    folder = runner / "work" / "my paper"
    folder.mkdir()
    (folder / "refs.bib").write_text(FAULTY)
    (runner / "work" / "other.bib").write_text(FAULTY)
    done = check(
        runner,
        paths="'my paper/*.bib'",
        args="--select PAG003\n--output-format concise",
        summary="false",
        fail_on="error",
    )
    assert done.stdout == "my paper/refs.bib:3:12: PAG003 pages '113--101' runs backwards\n"
    assert done.returncode == 0
    assert not (runner / "summary.md").exists()


@needs_bash
@pytest.mark.parametrize(
    "given",
    [
        {"args": "--no-such-option"},
        {"fail_on": "often"},
        {"output_format": "xml"},
        {"paths": "$(touch evil);touch\tevil"},
        {"args": "--select 'PAG"},
    ],
)
def test_wrong_inputs_fail_the_action_and_run_nothing(runner: Path, given: dict[str, str]) -> None:
    (runner / "work" / "refs.bib").write_text(CLEAN)
    assert check(runner, **given).returncode != 0
    assert [path.name for path in (runner / "work").iterdir()] == ["refs.bib"]


def test_hooks_run_for_all_that_is_checked() -> None:
    for name in ("citekit-check", "citekit-check-fix"):
        pattern = re.compile(HOOKS[name]["files"])
        assert all(pattern.search(f"a{suffix}") for suffix in READERS.keys() - GENERATED)
        assert pattern.search("refs.bib")
        assert not pattern.search("image.png")
    assert re.search(HOOKS["citekit-tidy"]["files"], "a/refs.BIB")
    assert not re.search(HOOKS["citekit-tidy"]["files"], "paper.tex")


def run_hook(name: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit does in ``folder``, with further arguments of a project."""
    hook = HOOKS[name]
    program, *rest = shlex.split(hook["entry"])
    assert (hook["language"], program) == ("python", "citekit")
    files = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and re.search(hook["files"], path.name)
    ]
    assert files
    named = files if hook.get("pass_filenames", True) else []
    return subprocess.run(
        [sys.executable, "-m", "citekit", *rest, *hook.get("args", []), *arguments, *named],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_hook_that_checks_sees_the_whole_project(tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text("\\cite{b}\n\\bibliography{refs}\n")
    (tmp_path / "refs.bib").write_text(FAULTY)
    done = run_hook("citekit-check", tmp_path, "--select", "CIT,PAG003")
    assert done.returncode == 1
    assert "paper.tex:1:" in done.stdout
    assert "refs.bib:3:12: PAG003" in done.stdout
    (tmp_path / "refs.bib").write_text(CLEAN)
    assert run_hook("citekit-check", tmp_path, "--select", "PAG003").returncode == 0


def test_the_hook_that_mends_fails_once(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB % "101 -- 113")
    done = [run_hook("citekit-check-fix", tmp_path, "--select", "PAG007") for _ in range(2)]
    assert [one.returncode for one in done] == [1, 0]
    assert (tmp_path / "refs.bib").read_text() == CLEAN


def test_the_hook_that_lays_out_is_content_with_its_own(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text('@Article(a, Title="T", Pages={101-113})')
    assert run_hook("citekit-tidy", tmp_path).returncode == 0
    before = path.read_text()
    assert "pages = {101--113}" in before
    assert run_hook("citekit-tidy", tmp_path).returncode == 0
    assert path.read_text() == before


def _blocks() -> Iterator[Any]:
    return (yaml.safe_load(block) for block in YAML_OF_PAGE)


def _steps(value: object) -> Iterator[dict[str, Any]]:
    """Everything that names a step of a workflow or a repository of hooks."""
    if isinstance(value, dict):
        if "uses" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _steps(one)


def test_the_page_uses_the_action_and_the_hooks_as_they_are() -> None:
    ours = [step for step in _steps(list(_blocks())) if "/citekit@" in step["uses"]]
    assert ours
    for step in ours:
        assert step.get("with", {}).keys() <= ACTION["inputs"].keys()
    hooks = [
        hook["id"]
        for block in _blocks()
        if isinstance(block, dict)
        for repo in block.get("repos", [])
        for hook in repo["hooks"]
    ]
    assert hooks
    assert set(hooks) <= HOOKS.keys()
    assert all(f"`{name}`" in PAGE for name in (*ACTION["inputs"], *HOOKS))


@needs_bash
def test_the_job_for_gitlab_writes_its_reports(tmp_path: Path) -> None:
    job = next(
        block["references"]
        for block in _blocks()
        if isinstance(block, dict) and "references" in block
    )
    (tmp_path / "refs.bib").write_text(FAULTY)
    install, *scripts = job["script"]
    assert install.startswith("pip install ")
    commands = Path(sys.executable).parent
    for script in scripts:
        done = subprocess.run(
            [str(BASH), "-ec", script],
            cwd=tmp_path,
            env={**os.environ, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((tmp_path / reports["codequality"]).read_text())
    assert {"description", "fingerprint", "location", "severity"} <= issues[0].keys()
    assert etree.parse(tmp_path / reports["junit"]).getroot().tag == "testsuites"
