"""``citekit check`` with and without its cache."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FAULTY = "@article{a,\n  title = {T},\n  pages = {113--101},\n}\n"
HEAVY = {"citekit.checker.registry", "citekit.formats.bib_syntax.parser", "rapidfuzz"}


def run(
    *arguments: str, folder: Path, **environment: str
) -> tuple[int, bytes, bytes, frozenset[str]]:
    """The status, the two outputs, and the modules that the run has imported."""
    program = (
        # Who edits the package while its tests run would see results as those of other code.
        "import citekit.pipeline.installed_code as installed\n"
        "installed.code_digest = lambda: 'this code'\n"
        "import runpy, sys, atexit\n"
        "sys.argv = ['citekit', 'check', *sys.argv[1:]]\n"
        "atexit.register(lambda: open('modules', 'w').write('\\n'.join(sys.modules)))\n"
        "runpy.run_module('citekit', run_name='__main__', alter_sys=True)\n"
    )
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=folder,
        env={**kept, **environment},
    )
    modules = frozenset((folder / "modules").read_text().split())
    (folder / "modules").unlink()
    return done.returncode, done.stdout, done.stderr, modules


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(FAULTY)
    return tmp_path


@pytest.mark.parametrize("name", ["full", "concise", "json", "github", "gitlab", "junit", "sarif"])
def test_a_second_run_says_the_same_and_imports_no_rule(project: Path, name: str) -> None:
    call = ("--select", "PAG", "--cache-dir", "kept", "--output-format", name)
    first = run(*call, folder=project)
    second = run(*call, folder=project)
    assert first[:3] == second[:3]
    assert first[0] == 1
    assert first[3] >= HEAVY
    assert name == "sarif" or not second[3] & HEAVY


def test_one_kept_result_serves_every_format(project: Path) -> None:
    run("--cache-dir", "kept", folder=project)
    concise = run("--cache-dir", "kept", "--output-format", "concise", folder=project)
    plain = run("--no-cache", "--output-format", "concise", folder=project)
    assert not concise[3] & HEAVY
    assert concise[:3] == plain[:3]
    counts = run("--cache-dir", "kept", "--statistics", folder=project)
    assert not counts[3] & HEAVY
    assert run("--cache-dir", "kept", "--exit-zero", folder=project)[0] == 0


def test_other_options_have_another_result(project: Path) -> None:
    run("--cache-dir", "kept", folder=project)
    status, out, _, modules = run("--cache-dir", "kept", "--ignore", "ALL", folder=project)
    assert (status, out) == (0, b"")
    assert modules >= HEAVY


def test_a_quick_run_leaves_nothing_behind(project: Path) -> None:
    run("--select", "PAG003", folder=project, PYTHONHASHSEED="0")
    assert sorted(path.name for path in project.iterdir()) in (
        ["refs.bib"],
        [".citekit_cache", "refs.bib"],  # on a slow machine
    )


def test_the_settings_say_whether_and_where(project: Path) -> None:
    settings = project / "citekit.toml"
    settings.write_text("cache-dir = 'build/found'\n")
    run(folder=project)
    assert not run(folder=project)[3] & HEAVY
    assert list((project / "build" / "found" / "check").iterdir())
    assert run("--no-cache", folder=project)[3] >= HEAVY
    settings.write_text("cache-dir = 'build/found'\ncache = false\n")
    assert run(folder=project)[3] >= HEAVY
    settings.write_text("cache = 1\n")
    status, _, said, _ = run(folder=project)
    assert (status, b"write true or false" in said) == (2, True)


def test_on_a_server_only_a_named_folder_counts(project: Path) -> None:
    (project / "citekit.toml").write_text("cache-dir = 'kept'\n")
    run(folder=project)
    assert run(folder=project, CI="true")[3] >= HEAVY
    assert not run(folder=project)[3] & HEAVY
    run("--cache-dir", "own", folder=project, CI="true")
    assert not run("--cache-dir", "own", folder=project, CI="true")[3] & HEAVY


@pytest.mark.parametrize("option", ["--fix", "--diff", "--write-baseline=old.json"])
def test_what_changes_files_goes_by_the_files(project: Path, option: str) -> None:
    run("--cache-dir", "kept", folder=project)
    assert run("--cache-dir", "kept", option, folder=project)[3] >= HEAVY


def test_settings_that_are_wrong_stay_wrong(project: Path) -> None:
    run("--cache-dir", "kept", folder=project)
    (project / "citekit.toml").write_text("selekt = ['PAG']\n")
    for _ in range(2):
        status, _, said, _ = run("--cache-dir", "kept", folder=project)
        assert (status, b"did you mean 'select'" in said) == (2, True)
