"""What the README shows is what happens."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, re.DOTALL)
SHOWN = [(command, shown) for command, shown in CONSOLE if not command.startswith("make")]
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder that looks like the project to the commands of the README."""
    for name in ("seeds", "bib"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def run(command: str, folder: Path) -> str:
    commands = Path(sys.executable).parent
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    return done.stdout.decode("utf-8")


def test_there_is_something_to_run() -> None:
    assert len(SHOWN) >= 4
    assert PYTHON


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_readme_shows(command: str, shown: str, copy: Path) -> None:
    assert run(command, copy) == shown


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_of_the_readme_runs(code: str, copy: Path) -> None:
    printed = run(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}", copy)
    assert "Traceback" not in printed
    assert "auslin2005 Japan and South Korea" in printed
