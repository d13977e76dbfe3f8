"""An extraction as the text of one file, in the format asked for."""

from pathlib import Path

from citekit.errors import ConfigError
from citekit.formats.extraction import write_extraction
from citekit.formats.registry import format_named, format_of_path
from citekit.formats.tei_document import write_documents
from citekit.pipeline.converting import Written, write_bibliography
from citekit.pipeline.extracting import Extraction

EXTRACTION = "json"
TEI = "tei"
DEFAULT = "biblatex"


def is_folder(output: str) -> bool:
    """Whether all outputs go into a folder called ``output``: what is there decides.

    Where nothing is, a slash at the end or the lack of a suffix tells a folder. "-", which is
    standard output, is none.
    """
    path = Path(output)
    if output == "-" or path.exists():
        return output != "-" and path.is_dir()
    return output.endswith("/") or not path.suffix


def target_format(name: str, output: Path | None) -> str:
    """The name of the format to write: the one named, else that of the suffix, else BibLaTeX.

    Raises:
        ConfigError: No such format, or none for the suffix of ``output``.
    """
    if name:
        return format_named(name).name
    if output is None or not output.suffix:
        return DEFAULT
    if output.suffix == ".json" and not output.name.endswith(".csl.json"):
        return EXTRACTION
    found = format_of_path(output.name)
    if found is None:
        raise ConfigError(f"{output}: no format has this suffix; name one with --to")
    return found.name


def library_text(extraction: Extraction, name: str, *, ascii_only: bool = False) -> Written:
    """``extraction`` in the format called ``name``; "json" is the extraction schema.

    In TEI the documents are written with their text and notes, not their references alone.
    """
    if name == EXTRACTION:
        text = write_extraction(extraction.documents, extraction.library, extraction.diagnostics)
        return Written(text)
    if name == TEI:
        written = write_documents(extraction.documents, extraction.references)
        return Written(written.text, written.diagnostics)
    return write_bibliography(extraction.references, name, ascii_only=ascii_only)
