"""``citekit parse``: reference strings to references."""

from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.exit_status import FINE
from citekit.cli.options import Quiet
from citekit.cli.streams import STDIN, STDIN_NAME, read_stdin, say_diagnostics, write_data
from citekit.errors import ReadError

LABELS = "labels"


def command(
    path: Annotated[
        str, typer.Argument(metavar="[FILE]", help="A text file; - is standard input.")
    ] = STDIN,
    to: Annotated[
        str,
        typer.Option("--to", metavar="FORMAT", help="csl-json, bibtex, biblatex, ris or labels."),
    ] = "csl-json",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")
    ] = None,
    *,
    quiet: Quiet = False,
) -> int:
    """Take apart reference strings, one a line; --to labels reads and writes JSON Lines."""
    from citekit.formats.registry import format_named
    from citekit.pipeline.converting import write_bibliography
    from citekit.pipeline.parsing import label_lines, parse_lines
    from citekit.readers.decoding import decode

    kind = LABELS if to == LABELS else format_named(to).name
    name = STDIN_NAME if path == STDIN else path
    decoded = decode(_content(path), name)
    say_diagnostics(decoded.diagnostics, quiet=quiet)
    if kind == LABELS:
        write_data("".join(f"{line}\n" for line in label_lines(decoded.content)), output)
        return FINE
    written = write_bibliography(parse_lines(decoded.content, path=name), kind)
    write_data(written.text, output)
    say_diagnostics(written.diagnostics, quiet=quiet)
    return FINE


def _content(path: str) -> bytes:
    if path == STDIN:
        return read_stdin()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
