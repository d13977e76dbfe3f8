"""``citekit format``: a bibliography in a style."""

from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.streams import STDIN, STDIN_NAME, read_stdin, say_diagnostics, write_data
from citekit.errors import ConfigError
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Bibliography files; - is standard input."),
    ],
    style: Annotated[
        str,
        typer.Option(
            "--style", metavar="NAME", help="plain, alpha, unsrt, unsrtalpha or a .bst file."
        ),
    ] = "plain",
    to: Annotated[
        str, typer.Option("--to", metavar="MARKUP", help="text, markdown, html or latex.")
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="The file to write; else stdout."),
    ] = None,
    *,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only errors.")] = False,
) -> int:
    """Render the bibliography of .bib, CSL-JSON, RIS or extraction files in a style."""
    from citekit.pipeline.converting import read_bibliography
    from citekit.pipeline.formatting import format_bibliography

    if paths.count(STDIN) > 1:
        raise ConfigError("standard input (-) can be read only once")
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    for path in paths:
        is_stdin = path == STDIN
        read = read_bibliography(
            STDIN_NAME if is_stdin else path, data=read_stdin() if is_stdin else None
        )
        references += read.references
        diagnostics += read.diagnostics
    written = format_bibliography(references, style=style, markup=to)
    write_data(written.text, output)
    failed = say_diagnostics((*diagnostics, *written.diagnostics), quiet=quiet)
    return FINDINGS if failed else FINE
