"""The bibliographies of one command, which share strings and entries to take over from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bibtex_reader import read_sources
from citekit.formats.results import ReadResult
from citekit.pipeline.converting import Bibliography, Opened, open_bibliography

_BIB = frozenset({"biblatex", "bibtex"})


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read in a file, and the syntax of a ``.bib`` file."""

    result: ReadResult
    source: BibSource | None = None


def read_together(opened: Sequence[Opened]) -> tuple[ReadFile, ...]:
    """What the files say, in their order.

    As with several resources of one document, an ``@string``, a ``crossref`` parent and an
    ``@xdata`` container that a ``.bib`` file lacks are looked for in the others.
    """
    sources = {n: parse_bib(one.text) for n, one in enumerate(opened) if one.format.name in _BIB}
    results = read_sources([(source, opened[n].path) for n, source in sources.items()])
    found = {
        n: ReadFile(result, source)
        for (n, source), result in zip(sources.items(), results, strict=True)
    }
    return tuple(
        found[n] if n in found else ReadFile(one.read(one.text, one.path))
        for n, one in enumerate(opened)
    )


def read_bibliographies(
    paths: Iterable[str], *, data: Mapping[str, bytes] | None = None
) -> tuple[Bibliography, ...]:
    """The references of each of the files at ``paths``, which are read together.

    ``data`` stands in for files by their path.

    Raises:
        ReadError: A file cannot be read, or its format is not known.
    """
    opened = [open_bibliography(path, data=(data or {}).get(path)) for path in paths]
    return tuple(
        Bibliography(read.result.references, (*one.diagnostics, *read.result.diagnostics))
        for one, read in zip(opened, read_together(opened), strict=True)
    )
