"""``citekit extract``: documents to a library."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE, WRONG
from citekit.cli.options import AsciiOnly
from citekit.cli.progress import progress
from citekit.cli.streams import (
    STDIN,
    STDIN_NAME,
    STDOUT,
    read_stdin,
    refuse_stdin_twice,
    say,
    write_data,
)
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.pipeline.extracting import Extraction, Source

# So many files are read before processes that could do it have started.
_HANDFUL = 8


def command(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Documents or folders of them; - is standard input."
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="PATH", help="A file, or a folder for all outputs at once."
        ),
    ] = STDOUT,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="FORMAT", help="biblatex, bibtex, csl-json, ris, json or tei."
        ),
    ] = "",
    style: Annotated[
        list[str] | None,
        typer.Option(
            "--style", metavar="NAME", help="A style to render in the folder; may be repeated."
        ),
    ] = None,
    *,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j",
            "--jobs",
            metavar="N",
            min=0,
            help="Processes that read, 0 for none but this; one a core where there are many files.",
            show_default=False,
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            min=0.001,
            help="The most that one file may take where processes read; 300 unless given.",
            show_default=False,
        ),
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(
            "--cache",
            metavar="FOLDER",
            help="Keep what was read there, and take it from there: to go on after a break.",
        ),
    ] = None,
    ascii_only: AsciiOnly = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when anything is doubtful.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No report, only errors.")] = False,
) -> int:
    """Find, parse and resolve every citation of documents."""
    from citekit.pipeline.bundle import write_bundle
    from citekit.pipeline.extracting import TIMEOUT, extract
    from citekit.pipeline.library_text import is_folder, library_text, target_format
    from citekit.pipeline.parsed_cache import open_cache
    from citekit.pipeline.summary import format_summary

    # A wrong format or style is said before any work is done.
    folder = Path(output) if is_folder(output) else None
    kind = target_format(to, None if folder else Path(output))
    styles = _styles(style, folder)
    sources = _sources(paths)
    with progress(len(sources), quiet=quiet) as step:
        extraction = extract(
            sources,
            progress=step,
            jobs=_jobs(jobs, len(sources), timeout=timeout),
            timeout=timeout or TIMEOUT,
            cache=open_cache(cache) if cache else None,
        )
    if folder is not None:
        lost = write_bundle(extraction, folder, dialect=kind, styles=styles, ascii_only=ascii_only)
    else:
        written = library_text(extraction, kind, ascii_only=ascii_only)
        write_data(written.text, Path(output))
        lost = [f"{d.severity.value}: {d.message}" for d in written.diagnostics]
    say(lost, quiet=quiet)
    say(format_summary(extraction), quiet=quiet)
    return _status(extraction, strict=strict, quiet=quiet)


def _jobs(given: int | None, files: int, *, timeout: float | None) -> int:
    """The processes to start, at least one where a time-out is asked for: only then it can hold."""
    if given is not None:
        return max(given, 1) if timeout else given
    if files <= _HANDFUL:
        return 1 if timeout else 0
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _sources(paths: list[str]) -> "list[Source]":
    from citekit.pipeline.extracting import Source
    from citekit.pipeline.sources import files_of

    refuse_stdin_twice(paths)
    sources: list[Source] = []
    for path in paths:
        if path == STDIN:
            sources.append(Source(STDIN_NAME, read_stdin()))
        else:
            sources += [Source(file.as_posix()) for file in files_of([Path(path)])]
    return list(dict.fromkeys(sources))


def _styles(named: list[str] | None, folder: Path | None) -> tuple[str, ...]:
    """The styles to render, each known to exist."""
    from citekit.pipeline.bundle import STYLES
    from citekit.pipeline.formatting import format_bibliography

    if named and folder is None:
        raise ConfigError("--style renders into a folder; name one with -o")
    for style in named or ():
        format_bibliography((), style=style)
    return tuple(named or STYLES)


def _status(extraction: "Extraction", *, strict: bool, quiet: bool) -> int:
    from citekit.pipeline.summary import summarise

    figures = summarise(extraction)
    if figures.errors:
        if quiet:
            errors = [d.message for d in extraction.diagnostics if d.severity.value == "error"]
            say(f"citekit: {message}" for message in errors)
        return WRONG
    return FINDINGS if strict and figures.doubtful else FINE
