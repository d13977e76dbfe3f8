"""The keys of ``.bib`` files made by a pattern, and renamed in documents together with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from citekit.drafts.key_renaming import rename_cited_keys
from citekit.drafts.key_uses.reading import READERS
from citekit.errors import ConfigError
from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_keys.assigning import KeyPlan, plan_keys
from citekit.formats.bib_keys.pattern import parse_pattern
from citekit.formats.bib_keys.renaming import keep_old_keys, rename_keys
from citekit.formats.bib_syntax.fault_findings import fault_findings
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.findings import FormatCode, finding
from citekit.model.diagnostic import Diagnostic
from citekit.model.edits import apply_edits
from citekit.pipeline.document_inclusions import described_keys

# In a folder these are what other files there were made into.
_MADE_BY_PROGRAMS = {".aux", ".bcf", ".htm", ".html"}


@dataclass(frozen=True, slots=True)
class Renamed:
    """Texts with new keys, by path.

    ``renames`` has the new key of each that changed, by the old one.
    """

    bibs: Mapping[str, str]
    documents: Mapping[str, str]
    renames: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()


def rename_library(
    bibs: Mapping[str, str],
    pattern: str,
    *,
    documents: Mapping[str, str] = MappingProxyType({}),
    keep_old: bool = False,
) -> Renamed:
    """The ``.bib`` files with keys made by ``pattern``, and the documents that cite them.

    All files, given as texts by path, are one library, so that no two works get one key. Entries
    whose key fits stay as they are; those that stay since the pattern makes no key of them are
    reported, and so are faults of syntax. With ``keep_old`` the old key goes into ``ids``.

    Raises:
        ConfigError: The pattern is none.
        UnwritableKeyError: A document has no way to write a key.

    Example:
        >>> bibs = {"a.bib": "@book{k, author = {Ada Voss}, year = 1984}"}
        >>> renamed = rename_library(bibs, "[auth:lower][year]", documents={"a.md": "[@k]"})
        >>> renamed.bibs["a.bib"][:15], renamed.documents["a.md"]
        ('@book{voss1984,', '[@voss1984]')
    """
    sources = {path: parse_bib(text) for path, text in bibs.items()}
    entries = [entry for text in bibs.values() for entry in read_blocks(text, "").entries]
    broken = [
        entry.key for source in sources.values() for entry in source.entries() if entry.is_broken
    ]
    described = described_keys(documents)
    plan = plan_keys(entries, parse_pattern(pattern), taken=broken)
    return Renamed(
        {path: _renamed_bib(source, plan, keep_old=keep_old) for path, source in sources.items()},
        {
            path: apply_edits(
                text, rename_cited_keys(text, path, plan.renames, described=described[path])
            )
            for path, text in documents.items()
        },
        plan.renames,
        tuple(_findings(sources, plan, pattern)),
    )


def _renamed_bib(source: BibSource, plan: KeyPlan, *, keep_old: bool) -> str:
    edits = rename_keys(source, plan.renames)
    if keep_old:
        edits += keep_old_keys(source, plan.renames)
    return apply_edits(source.text, edits)


def _findings(
    sources: Mapping[str, BibSource], plan: KeyPlan, pattern: str
) -> Iterator[Diagnostic]:
    unnamed, ambiguous = set(plan.unnamed), set(plan.ambiguous)
    for path, source in sources.items():
        yield from fault_findings(source, path)
        for entry in source.entries():
            if entry.key not in unnamed | ambiguous:
                continue
            message = f"{entry.key!r} keeps its key, since {pattern!r} makes none of the entry"
            hint = "Give it the fields that the pattern names, or write ':(…)' in the pattern."
            if entry.key in ambiguous:
                message = f"{entry.key!r} stands in several entries and stays in all of them"
                hint = "Give each entry a key of its own, or merge them."
            place = source.place(entry.key_start)
            yield finding(
                FormatCode.KEY_KEPT,
                message,
                hint=hint,
                path=path,
                line=place.line,
                column=place.column,
                span=entry.key_span,
            )


def find_documents(paths: list[str]) -> list[str]:
    """The documents at ``paths``; of a folder all in it that may cite, sorted.

    Hidden folders in it are passed over, and so are pages in HTML and the files that LaTeX makes.

    Raises:
        ConfigError: There is nothing at a path.
    """
    found: dict[str, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            suffixes = READERS.keys() - _MADE_BY_PROGRAMS
            inside = (
                it for it in path.rglob("*") if it.suffix.lower() in suffixes and it.is_file()
            )
            found |= dict.fromkeys(
                str(it)
                for it in sorted(inside)
                if not any(part.startswith(".") for part in it.relative_to(path).parts)
            )
        elif path.is_file():
            found[str(path)] = None
        else:
            raise ConfigError(f"{path}: there is no such file; name documents or folders")
    return list(found)
