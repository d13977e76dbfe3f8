"""What biber and pandoc make of our files; skipped where they are not installed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[2] / "golden" / "formats"
ENTRIES = 12


def _tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


@pytest.mark.parametrize("name", ["biblatex.bib", "biblatex-ascii.bib"])
def test_biber_takes_every_entry_without_an_error(name: str, tmp_path: Path) -> None:
    biber = _tool("biber")
    out = tmp_path / "out.bib"
    options = ["--tool", "--validate-datamodel", "--nolog", "--output-file", str(out)]
    done = subprocess.run(
        [biber, *options, str(GOLDEN / name)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=120,
    )
    assert "ERROR" not in done.stdout
    assert done.returncode == 0
    assert out.read_text("utf-8").count("\n@") + 1 == ENTRIES


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("biblatex.bib", "biblatex"),
        ("biblatex-ascii.bib", "biblatex"),
        ("bibtex.bib", "bibtex"),
        ("csl-json.json", "csljson"),
        ("ris.ris", "ris"),
    ],
)
def test_pandoc_reads_every_entry(name: str, kind: str) -> None:
    pandoc = _tool("pandoc")
    done = subprocess.run(
        [pandoc, "-f", kind, "-t", "csljson", str(GOLDEN / name)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    items = {item["id"]: item for item in json.loads(done.stdout)}
    assert len(items) == ENTRIES
    if kind != "ris":
        assert items["report"]["author"] == [{"literal": "Ministry of Water"}]
