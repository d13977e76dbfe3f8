"""The bibliography formats that can be read or written."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
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


def _reader(module: str) -> Reader:
    """A reader whose module is imported when it is first used."""

    def read(text: str, path: str) -> ReadResult:
        return cast("Reader", import_module(module).read)(text, path)

    return read


def _writer(module: str) -> Writer:
    """A writer whose module is imported when it is first used."""

    def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:
        return cast("Writer", import_module(module).write)(references, options)

    return write


FORMATS: tuple[Format, ...] = (
    Format(
        name="biblatex",
        title="BibLaTeX, for biber",
        suffixes=(".bib",),
        read=_reader("citekit.formats.bibtex_reader"),
        write=_writer("citekit.formats.biblatex"),
    ),
    Format(
        name="bibtex",
        title="BibTeX, the classic entry types and fields",
        suffixes=(".bib", ".bibtex"),
        read=_reader("citekit.formats.bibtex_reader"),
        write=_writer("citekit.formats.bibtex"),
    ),
    Format(
        name="csl-json",
        title="CSL-JSON, for citeproc, pandoc and Zotero",
        suffixes=(".csl.json", ".json"),
        read=_reader("citekit.formats.csl_json_reader"),
        write=_writer("citekit.formats.csl_json"),
    ),
    Format(
        name="ris",
        title="RIS, for reference managers",
        suffixes=(".ris",),
        read=_reader("citekit.formats.ris_reader"),
        write=_writer("citekit.formats.ris"),
    ),
    Format(
        name="csl-yaml",
        title="CSL-YAML, for pandoc",
        suffixes=(".csl.yaml", ".csl.yml", ".yaml"),
        read=_reader("citekit.formats.csl_yaml_reader"),
        write=_writer("citekit.formats.csl_yaml"),
    ),
    Format(
        name="hayagriva",
        title="Hayagriva YAML, for Typst",
        suffixes=(".hayagriva.yaml", ".hayagriva.yml", ".yml"),
        read=_reader("citekit.formats.hayagriva_reader"),
        write=_writer("citekit.formats.hayagriva"),
    ),
    Format(
        name="endnote-xml",
        title="EndNote XML",
        suffixes=(".endnote.xml", ".xml"),
        read=_reader("citekit.formats.endnote_xml_reader"),
        write=_writer("citekit.formats.endnote_xml"),
    ),
    Format(
        name="enw",
        title="EndNote's tagged import format, and refer",
        suffixes=(".enw", ".refer"),
        read=_reader("citekit.formats.enw_reader"),
        write=_writer("citekit.formats.enw"),
    ),
    Format(
        name="nbib",
        title="MEDLINE, the format of PubMed",
        suffixes=(".nbib", ".medline"),
        read=_reader("citekit.formats.nbib_reader"),
        write=_writer("citekit.formats.nbib"),
    ),
    Format(
        name="mods",
        title="MODS, for libraries",
        suffixes=(".mods.xml", ".mods"),
        read=_reader("citekit.formats.mods_reader"),
        write=_writer("citekit.formats.mods"),
    ),
    Format(
        name="tei",
        title="TEI, biblStruct in a listBibl",
        suffixes=(".tei.xml", ".tei"),
        read=_reader("citekit.formats.tei_reader"),
        write=_writer("citekit.formats.tei"),
    ),
    Format(
        name="jats",
        title="JATS, element-citation in a ref-list",
        suffixes=(".jats.xml", ".jats", ".nxml"),
        read=_reader("citekit.formats.jats_reader"),
        write=_writer("citekit.formats.jats"),
    ),
    Format(
        name="zotero-rdf",
        title="Zotero RDF",
        suffixes=(".rdf",),
        read=_reader("citekit.formats.zotero_rdf_reader"),
        write=None,
    ),
    Format(
        name="json",
        title="The extraction schema of citekit",
        suffixes=(".extraction.json",),
        read=_reader("citekit.formats.extraction"),
        write=_writer("citekit.formats.extraction"),
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
