"""The command answers at once: nothing heavy is imported to say what it is."""

import json
import re
import subprocess
import sys
from importlib.metadata import version

import pytest

HEAVY = (
    "rich",
    "lxml",
    "pybtex",
    "bibtexparser",
    "rapidfuzz",
    "numpy",
    "pylatexenc",
    "jsonschema",
    "pydantic",
)
# Answered without building the command line at all.
ANSWERS_WITHOUT_TYPER = (("--version",), ("--help",))

RUN_AND_LIST_MODULES = """
import json, runpy, sys
sys.argv = ["citekit", *{arguments!r}]
try:
    runpy.run_module("citekit", run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})), file=sys.stderr)
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN_AND_LIST_MODULES.format(arguments=arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def modules_after(*arguments: str) -> set[str]:
    return set(json.loads(run(*arguments).stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", ANSWERS_WITHOUT_TYPER, ids=" ".join)
def test_nothing_heavy_is_imported(arguments: tuple[str, ...]) -> None:
    assert modules_after(*arguments) & set(HEAVY) == set()


@pytest.mark.parametrize("arguments", ANSWERS_WITHOUT_TYPER, ids=" ".join)
def test_version_and_help_do_without_typer(arguments: tuple[str, ...]) -> None:
    assert modules_after(*arguments) & {"typer", "click"} == set()


def test_the_page_kept_ready_lists_the_commands_that_there_are() -> None:
    # Asked twice, the page is made by typer from the commands it knows.
    kept, live = run("--help").stdout, run("--help", "--help").stdout
    assert commands_of(kept) == commands_of(live) != set()


def commands_of(page: str) -> set[str]:
    _, _, listing = page.partition("Commands:")
    return set(re.findall(r"(?m)^[ ]{1,4}([a-z][a-z-]*)[ ]{2,}", listing))


def test_the_version_is_that_of_the_distribution() -> None:
    assert version("citekit-bib") in run("--version").stdout
