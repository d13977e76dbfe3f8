"""The bibliography formats that can be read or written."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from types import ModuleType
from typing import cast

from citekit.errors import ConfigError
from citekit.formats.results import Reader, ReadResult, WriteOptions, Writer, WriteResult
from citekit.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Format:
    """A file format of bibliographies.

    ``name`` is what ``--to`` takes; ``suffixes`` are in lower case with their dot. ``read`` and
    ``write`` are ``None`` where citekit does not do that.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader | None
    write: Writer | None


def _module(name: str) -> ModuleType:
    return import_module(f"citekit.formats.{name}")


def _reader(module: str) -> Reader:
    """A reader whose module is imported when it is first used."""

    def read(text: str, path: str) -> ReadResult:
        return cast("Reader", _module(module).read)(text, path)

    return read


def _writer(module: str) -> Writer:
    """A writer whose module is imported when it is first used."""

    def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:
        return cast("Writer", _module(module).write)(references, options)

    return write


FORMATS: tuple[Format, ...] = (
    Format(
        "biblatex", "BibLaTeX, for biber", (".bib",), _reader("bibtex_reader"), _writer("biblatex")
    ),
    Format(
        "bibtex",
        "BibTeX, the classic entry types and fields",
        (".bib", ".bibtex"),
        _reader("bibtex_reader"),
        _writer("bibtex"),
    ),
    Format(
        "csl-json",
        "CSL-JSON, for citeproc, pandoc and Zotero",
        (".csl.json", ".json"),
        _reader("csl_json_reader"),
        _writer("csl_json"),
    ),
    Format("ris", "RIS, for reference managers", (".ris",), _reader("ris_reader"), _writer("ris")),
    Format(
        "csl-yaml",
        "CSL-YAML, for pandoc",
        (".csl.yaml", ".csl.yml", ".yaml"),
        _reader("csl_yaml_reader"),
        _writer("csl_yaml"),
    ),
    Format(
        "hayagriva",
        "Hayagriva YAML, for Typst",
        (".hayagriva.yaml", ".hayagriva.yml", ".yml"),
        _reader("hayagriva_reader"),
        _writer("hayagriva"),
    ),
    Format(
        "endnote-xml",
        "EndNote XML",
        (".endnote.xml", ".xml"),
        _reader("endnote_xml_reader"),
        _writer("endnote_xml"),
    ),
    Format(
        "enw",
        "EndNote's tagged import format, and refer",
        (".enw", ".refer"),
        _reader("enw_reader"),
        _writer("enw"),
    ),
    Format(
        "nbib",
        "MEDLINE, the format of PubMed",
        (".nbib", ".medline"),
        _reader("nbib_reader"),
        _writer("nbib"),
    ),
    Format(
        "mods",
        "MODS, for libraries",
        (".mods.xml", ".mods"),
        _reader("mods_reader"),
        _writer("mods"),
    ),
    Format(
        "tei",
        "TEI, biblStruct in a listBibl",
        (".tei.xml", ".tei"),
        _reader("tei_reader"),
        _writer("tei"),
    ),
    Format(
        "jats",
        "JATS, element-citation in a ref-list",
        (".jats.xml", ".jats", ".nxml"),
        _reader("jats_reader"),
        _writer("jats"),
    ),
    Format("zotero-rdf", "Zotero RDF", (".rdf",), _reader("zotero_rdf_reader"), None),
    Format(
        "json",
        "The extraction schema of citekit",
        (".extraction.json",),
        _reader("extraction"),
        _writer("extraction"),
    ),
)


def format_named(name: str) -> Format:
    """The format called ``name``.

    Raises:
        ConfigError: there is none; the message names those that come near.
    """
    for candidate in FORMATS:
        if candidate.name == name.lower():
            return candidate
    names = [candidate.name for candidate in FORMATS]
    near = get_close_matches(name.lower(), names, n=3, cutoff=0.5) or names
    raise ConfigError(f"unknown format {name!r}; did you mean {' or '.join(near)}?")


def format_of_path(path: str) -> Format | None:
    """The format that the suffix of ``path`` stands for, the longest suffix winning.

    ``.bib`` is taken for BibLaTeX, whose reader reads both dialects.
    """
    name = PurePath(path).name.lower()
    fitting = [
        (len(suffix), -place, candidate)
        for place, candidate in enumerate(FORMATS)
        for suffix in candidate.suffixes
        if name.endswith(suffix)
    ]
    return max(fitting, key=lambda row: row[:2])[2] if fitting else None
