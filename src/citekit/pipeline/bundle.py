"""All outputs of an extraction in one folder."""

from pathlib import Path

from citekit.pipeline.extracting import Extraction
from citekit.pipeline.formatting import format_bibliography
from citekit.pipeline.library_text import DEFAULT, EXTRACTION, library_text
from citekit.pipeline.output_files import write_file

STYLES = ("apa", "chicago-notes-bibliography", "ieee", "modern-language-association")
"""The styles rendered unless others are named."""


def write_bundle(
    extraction: Extraction,
    folder: Path,
    *,
    dialect: str = DEFAULT,
    styles: tuple[str, ...] = STYLES,
    ascii_only: bool = False,
) -> list[str]:
    """Write ``references.bib``, ``references.csl.json``, ``extraction.json`` and bibliographies.

    ``dialect`` is BibLaTeX or BibTeX; any other format adds a file of its own. Everything is
    made before the first file is written. Gives back what could not be held, a line each.
    """
    dialects = ("biblatex", "bibtex")
    bib = dialect if dialect in dialects else DEFAULT
    texts = {
        "references.bib": library_text(extraction, bib, ascii_only=ascii_only),
        "references.csl.json": library_text(extraction, "csl-json"),
        "extraction.json": library_text(extraction, EXTRACTION),
    }
    if dialect not in {*dialects, "csl-json", EXTRACTION}:
        texts[f"references.{dialect}"] = library_text(extraction, dialect)
    for style in styles:
        name = f"bibliography-{Path(style).stem}.md"
        texts[name] = format_bibliography(extraction.references, style=style, markup="markdown")
    for name, written in texts.items():
        write_file(folder / name, written.text)
    return [
        f"{folder / name}: {diagnostic.severity.value}: {diagnostic.message}"
        for name, written in texts.items()
        for diagnostic in written.diagnostics
    ]
