"""``citekit merge``: bibliographies brought together, each work once."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.options import OutputFile, Quiet
from citekit.cli.streams import (
    STDIN,
    STDIN_NAME,
    read_stdin,
    refuse_stdin_twice,
    say,
    say_diagnostics,
    write_data,
)
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.pipeline.merging.decisions import PairDecision
    from citekit.pipeline.merging.merged_works import Merger

_MOST_PROCESSES = 4


def command(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Bibliographies in any format; - is standard input."),
    ],
    output: OutputFile = None,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="The format to write, as in 'citekit convert'; else by the suffix of the output.",
        ),
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--from", metavar="FORMAT", help="The format of the inputs, if it does not show."
        ),
    ] = "",
    decisions: Annotated[
        str,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="What was decided about pairs, TOML or .jsonl; --interactive adds to it.",
        ),
    ] = "",
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Where each record and value went, as JSON."),
    ] = None,
    *,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask about doubtful pairs at the terminal.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why records are one work, and what was taken.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; print what would happen.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when doubtful pairs remain.")
    ] = False,
    quiet: Quiet = False,
) -> int:
    """Bring bibliographies together: duplicates become one entry, nothing else is lost."""
    from citekit.pipeline.library_text import target_format
    from citekit.pipeline.merging.bringing_together import write_merger
    from citekit.pipeline.merging.report import write_report

    _check_use(paths, interactive=interactive, dry_run=dry_run)
    kind = target_format(to, output)
    merger = _merge(paths, source, decisions, interactive=interactive, fold=kind == "bibtex")
    written = write_merger(merger, kind)
    _explain(merger, explain=explain, dry_run=dry_run, quiet=quiet)
    if not dry_run:
        write_data(written.text, output)
        if report is not None:
            write_data(write_report(merger), report)
    failed = say_diagnostics((*merger.diagnostics, *written.diagnostics), quiet=quiet)
    say([_summary(merger, len(paths))], quiet=quiet)
    return FINDINGS if failed or (strict and merger.doubtful) else FINE


def _check_use(paths: list[str], *, interactive: bool, dry_run: bool) -> None:
    if interactive and dry_run:
        raise ConfigError("--dry-run keeps no answers; leave out --interactive")
    refuse_stdin_twice(paths)
    if interactive:
        from citekit.cli.asking import is_terminal

        if STDIN in paths or not is_terminal():
            raise ConfigError(
                "--interactive asks at the terminal, but standard input is none; leave it out, or"
                " name files only and run it in a terminal"
            )


def _merge(
    paths: list[str], source: str, decisions: str, *, interactive: bool, fold: bool
) -> "Merger":
    from citekit.pipeline.converting import open_bibliography
    from citekit.pipeline.merging.decisions import read_decisions
    from citekit.pipeline.merging.inputs import read_inputs
    from citekit.pipeline.merging.merger import merge_inputs

    known = read_decisions(decisions) if decisions else ()
    opened = [
        open_bibliography(
            STDIN_NAME if path == STDIN else path,
            data=read_stdin() if path == STDIN else None,
            source_format=source,
        )
        for path in paths
    ]
    inputs = read_inputs(opened)
    # What was read stays to the end; the collector need not look through it again and again.
    gc.freeze()
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    merger = merge_inputs(inputs, decisions=known, processes=processes, fold_keys=fold)
    if not interactive:
        return merger
    from citekit.cli.asking import ask

    def again(more: tuple["PairDecision", ...]) -> "Merger":
        return merge_inputs(inputs, decisions=(*known, *more), processes=processes, fold_keys=fold)

    return ask(merger, again, known=known, path=decisions)


def _explain(merger: "Merger", *, explain: bool, dry_run: bool, quiet: bool) -> None:
    """Say why; what a dry run would do is data, and goes to stdout."""
    from citekit.pipeline.merging.explaining import explain_merger, outline

    if dry_run:
        lines = explain_merger(merger) if explain else outline(merger)
        write_data("".join(f"{line}\n" for line in lines), None)
    elif explain:
        say(explain_merger(merger), quiet=quiet)


def _summary(merger: "Merger", files: int) -> str:
    conflicts = sum(value.is_conflict for work in merger.merged for value in work.values)
    return (
        f"{_count(len(merger.records), 'record')} in {_count(files, 'file')},"
        f" {_count(len(merger.works), 'work')}: {len(merger.merged):,} of several records,"
        f" {_count(conflicts, 'conflict')} decided, {len(merger.doubtful):,} doubtful"
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
