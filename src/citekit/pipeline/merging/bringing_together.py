"""Merging as a library offers it: sources in, works out, and works as the text of one file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from os import PathLike, fspath

from citekit.errors import ConfigError
from citekit.model.reference import Reference
from citekit.pipeline.converting import Written, open_bibliography, write_bibliography
from citekit.pipeline.merging.bib_output import write_bib_files
from citekit.pipeline.merging.decisions import PairDecision, read_decisions
from citekit.pipeline.merging.inputs import Input, read_inputs, records_of
from citekit.pipeline.merging.merged_origins import with_origins
from citekit.pipeline.merging.merged_works import Merger
from citekit.pipeline.merging.merger import merge_inputs

BIB_FORMATS = frozenset({"biblatex", "bibtex"})
_EXTRACTION = "json"


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """How to merge: what was decided about pairs, by how many processes, and how keys compare."""

    decisions: tuple[PairDecision, ...] = ()
    processes: int = 1
    fold_keys: bool = False


_DEFAULTS = MergeOptions()


def merge(
    sources: Iterable[str | PathLike[str] | Reference],
    options: MergeOptions = _DEFAULTS,
    *,
    decisions: str = "",
) -> Merger:
    """The works of bibliography files, or of references, each once and in order.

    ``decisions`` names a file of decisions, which count beside those of ``options``. Records are
    numbered through all sources; references that stand together make one of them.

    Raises:
        ReadError: A file cannot be read, or its format is not known.
        ConfigError: The decisions cannot be read, or contradict one another.
    """
    read = read_decisions(decisions) if decisions else ()
    return merge_inputs(
        _inputs(sources),
        decisions=(*options.decisions, *read),
        processes=options.processes,
        fold_keys=options.fold_keys,
    )


def write_merger(merger: Merger, target_format: str, *, ascii_only: bool = False) -> Written:
    """A merger as text in the format called ``target_format``.

    In a ``.bib`` file all that merging did not touch is what it was, byte for byte; the two
    formats differ only in how new entries are written there. The diagnostics are those of writing.

    Raises:
        ConfigError: There is no such format, or it cannot be written.
    """
    if target_format in BIB_FORMATS:
        if ascii_only:
            raise ConfigError("--ascii would change every entry; use 'citekit tidy --ascii' after")
        return write_bib_files(merger, target_format)
    references = with_origins(merger) if target_format == _EXTRACTION else merger.references
    return write_bibliography(references, target_format, ascii_only=ascii_only)


def _inputs(sources: Iterable[str | PathLike[str] | Reference]) -> Sequence[Input]:
    given = list(sources)
    paths = [fspath(source) for source in given if not isinstance(source, Reference)]
    read = iter(read_inputs([open_bibliography(path) for path in paths]))
    inputs: list[Input] = []
    for is_loose, group in groupby(given, lambda source: isinstance(source, Reference)):
        if is_loose:
            inputs.append(
                Input("", records_of([one for one in group if isinstance(one, Reference)]))
            )
        else:
            inputs += [next(read) for _ in group]
    return inputs
