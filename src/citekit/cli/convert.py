"""``citekit convert``: a bibliography from one format to another."""

from typing import Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.options import AsciiOnly, OutputFile, Quiet
from citekit.cli.streams import STDIN, STDIN_NAME, read_stdin, say_diagnostics, write_data


def command(  # noqa: PLR0913 - one parameter an option
    path: Annotated[
        str, typer.Argument(metavar="FILE", help="A bibliography file; - is standard input.")
    ],
    output: OutputFile = None,
    source: Annotated[
        str,
        typer.Option(
            "--from", metavar="FORMAT", help="The format of the input, if it does not show."
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="biblatex, bibtex, csl-json, csl-yaml, ris, endnote-xml, enw, nbib, mods, tei,"
            " jats, hayagriva or json; else by the suffix of the output.",
        ),
    ] = "",
    *,
    ascii_only: AsciiOnly = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when anything was lost or amiss.")
    ] = False,
    quiet: Quiet = False,
) -> int:
    """Convert a bibliography file; what the target cannot hold is reported."""
    from citekit.pipeline.converting import read_bibliography, write_bibliography
    from citekit.pipeline.library_text import target_format

    kind = target_format(to, output)
    is_stdin = path == STDIN
    bibliography = read_bibliography(
        STDIN_NAME if is_stdin else path,
        data=read_stdin() if is_stdin else None,
        source_format=source,
    )
    written = write_bibliography(bibliography.references, kind, ascii_only=ascii_only)
    write_data(written.text, output)
    findings = (*bibliography.diagnostics, *written.diagnostics)
    failed = say_diagnostics(findings, quiet=quiet)
    return FINDINGS if failed or (strict and findings) else FINE
