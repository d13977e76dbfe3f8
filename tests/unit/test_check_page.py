"""What docs/check.md says of `citekit check` is so."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from citekit.checker.reporters.registry import REPORTERS
from citekit.drafts.key_uses.reading import READERS
from citekit.pipeline.checking.configuration import _READERS as SETTINGS
from citekit.pipeline.checking.configuration import configuration_of
from citekit.pipeline.checking.settings_file import read_settings_file

PAGE = (Path(__file__).parents[2] / "docs" / "check.md").read_text("utf-8")
FAULTY = "@article{a,\n  title = {T},\n  pages = {113--101},\n}\n"
SPACED = FAULTY.replace("113--101", "101 -- 113")
TWICE = "@article{a, title = {T}}\n@article{a, title = {U}}\n"


def block(language: str, number: int = 0) -> str:
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return found[number]


def run(*arguments: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "citekit", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    return done.stdout.decode("utf-8")


def test_the_example_prints_what_is_shown(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(FAULTY)
    command, _, shown = block("console").partition("\n")
    assert run(*command.split()[2:], folder=tmp_path) == shown


def test_the_settings_of_the_page_are_all_there_are_and_hold(tmp_path: Path) -> None:
    path = tmp_path / "citekit.toml"
    path.write_text(block("toml"))
    assert configuration_of(read_settings_file(path)).settings.dialect == "biblatex"
    assert tomllib.loads(block("toml")).keys() == {*SETTINGS, "baseline"}


@pytest.mark.parametrize("text", [FAULTY, SPACED, TWICE, "@article{b, title = {T}\n"])
def test_findings_are_as_the_schema_says(tmp_path: Path, text: str) -> None:
    (tmp_path / "refs.bib").write_text(text)
    found = json.loads(
        run("check", "-q", "--select", "ALL", "--output-format", "json", folder=tmp_path)
    )
    schema = json.loads(block("json"))
    assert found
    for one in found:
        jsonschema.Draft202012Validator(schema).validate(one)
        assert list(one) == schema["required"] == list(schema["properties"])


def test_the_page_names_every_format_and_every_kind_of_file() -> None:
    assert all(f"`{reporter.name}`" in PAGE for reporter in REPORTERS)
    generated = {".sty", ".cls", ".aux", ".bcf"}
    assert all(suffix in PAGE for suffix in READERS.keys() - generated)


def test_the_page_names_every_option(tmp_path: Path) -> None:
    options = set(re.findall(r"--[a-z][a-z-]+", run("check", "--help", folder=tmp_path)))
    assert {option for option in options if option not in PAGE} <= {"--help"}
