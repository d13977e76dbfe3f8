"""Style files against BibTeX itself, where TeX is installed.

The entries keep clear of where we differ by intent: letters stand in Unicode, not as commands;
braces that keep capitals are set anew, by what the words are; a tie in a value is a blank.
"""

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from citekit.bst.style_file import run_style
from citekit.pipeline.converting import read_bibliography

CASES = Path(__file__).parents[2] / "cases" / "bst"
STYLES = ("plain", "unsrt", "alpha", "abbrv", "apalike", "ieeetr", "acm", "siam")
_LABEL = r"\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]"
_ITEM = re.compile(rf"\\bibitem\s*({_LABEL})?\s*\{{([^{{}}]*)\}}")
_END = r"\end{thebibliography}"


class Item(NamedTuple):
    r"""A ``\bibitem``, its blanks and line breaks made one blank."""

    key: str
    label: str
    body: str


def items_of(latex: str) -> list[Item]:
    # BibTeX breaks words that are too long for its lines with a percent sign.
    latex = latex.partition(_END)[0].replace("%\n", "")
    found = list(_ITEM.finditer(latex))
    ends = [match.start() for match in found[1:]] + [len(latex)]
    return [
        Item(
            match[2], " ".join((match[1] or "").split()), " ".join(latex[match.end() : end].split())
        )
        for match, end in zip(found, ends, strict=True)
    ]


def command(name: str) -> str:
    """The path of one of TeX's commands."""
    found = shutil.which(name)
    if found is None:
        pytest.skip("BibTeX is not installed")
    return found


def style_path(name: str) -> str:
    """The ``.bst`` file of that name in TeX's tree."""
    wanted = [command("kpsewhich"), f"{name}.bst"]
    found = subprocess.run(wanted, capture_output=True, text=True, check=False).stdout.strip()
    if not found:
        pytest.skip(f"TeX has no {name}.bst here")
    return found


def by_bibtex(style: str, bib: Path, folder: Path) -> list[Item]:
    shutil.copy(bib, folder / "works.bib")
    lines = (r"\relax", r"\citation{*}", r"\bibdata{works}", rf"\bibstyle{{{style}}}")
    (folder / "paper.aux").write_text("\n".join(lines) + "\n", "utf-8")
    subprocess.run([command("bibtex"), "paper"], cwd=folder, capture_output=True, check=False)
    return items_of((folder / "paper.bbl").read_text("utf-8"))


def by_us(path: str, bib: Path) -> list[Item]:
    references = read_bibliography(str(bib)).references
    return items_of(run_style(references, path).text)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_prints_what_bibtex_prints(style: str, tmp_path: Path) -> None:
    path, bib = style_path(style), CASES / "oracle.bib"
    assert by_us(path, bib) == by_bibtex(style, bib, tmp_path)


@pytest.mark.parametrize("style", STYLES)
def test_accents_are_sorted_as_bibtex_sorts_their_commands(style: str, tmp_path: Path) -> None:
    path, bib = style_path(style), CASES / "accents.bib"
    ours, theirs = by_us(path, bib), by_bibtex(style, bib, tmp_path)
    assert [item.key for item in ours] == [item.key for item in theirs]
