"""The works that a draft may cite: from bibliography files and from its own metadata."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from citekit.csl.item import Item
from citekit.csl.items import item_from_reference, read_item
from citekit.drafts.affixes import Keeper, markdown_to_csl
from citekit.drafts.metadata import MAIN, Metadata
from citekit.errors import ReadError
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.pipeline.reading_together import read_bibliographies

_VERBATIM = frozenset({"id", "type", "DOI", "URL", "PMID", "PMCID", "ISBN", "ISSN", "language"})


@dataclass(frozen=True, slots=True)
class DraftSources:
    """Items by key. ``named`` maps the name of a list of works to the keys of its files."""

    items: Mapping[str, Item]
    named: Mapping[str, frozenset[str]]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_sources(metadata: Metadata, given: Iterable[str], folder: Path) -> DraftSources:
    """The works of the files ``given``, or of those that ``metadata`` names, and its own.

    Files that the metadata names are looked for beside the draft, in ``folder``, then in the
    working directory. Of two works with one key the first counts, those of the metadata first.

    Raises:
        ReadError: A file is missing or cannot be read.
    """
    items: dict[str, Item] = {}
    named: dict[str, frozenset[str]] = {}
    diagnostics: list[Diagnostic] = []
    for record in metadata.records:
        item = read_item(_in_csl_markup(record))
        items.setdefault(item.id, item)
    files = _files(metadata, tuple(given), folder)
    named_paths = dict.fromkeys(path for paths in files.values() for path in paths)
    together = dict(zip(named_paths, read_bibliographies(named_paths), strict=True))
    for name, paths in files.items():
        keys: set[str] = set()
        for path in paths:
            read = together[path]
            diagnostics += read.diagnostics
            # The reader tells of keys that are twice in one file.
            before = dict(items)
            for reference in read.references:
                item = item_from_reference(reference)
                if before.get(item.id, item) != item:
                    diagnostics.append(_taken(item.id, path))
                items.setdefault(item.id, item)
                keys.add(item.id)
                for alias in reference.aliases:
                    items.setdefault(str(alias), item)
        named[name] = frozenset(keys)
    return DraftSources(items, named, tuple(diagnostics))


def _taken(key: str, path: str) -> Diagnostic:
    message = f"the key '{key}' is that of another work in an earlier bibliography, which is cited"
    hint = "Give one of them a key of its own."
    return Diagnostic("key-taken", Severity.WARNING, message, hint, path)


def _files(
    metadata: Metadata, given: tuple[str, ...], folder: Path
) -> Mapping[str, tuple[str, ...]]:
    """The paths of the files for each list; those ``given`` stand for the main one's."""
    files = {
        name: tuple(_found(path, folder) for path in paths)
        for name, paths in metadata.bibliographies.items()
        if not (given and name == MAIN)
    }
    return {MAIN: given, **files} if given else files


def _found(path: str, folder: Path) -> str:
    beside = folder / path
    if beside.exists():
        return str(beside)
    if Path(path).exists():
        return path
    raise ReadError(
        f"{beside}: no such bibliography, though the draft names it;"
        " mend its metadata or give --bibliography"
    )


def _in_csl_markup(record: Mapping[str, object]) -> Mapping[str, object]:
    """``record``, whose texts are Markdown as all metadata of pandoc, in CSL's inline markup."""
    return {
        name: markdown_to_csl(value, Keeper())
        if isinstance(value, str) and name not in _VERBATIM
        else value
        for name, value in record.items()
    }
