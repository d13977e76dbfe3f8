"""The options that several commands have, each with one spelling and one meaning."""

from pathlib import Path
from typing import Annotated

import typer

AsciiOnly = Annotated[
    bool, typer.Option("--ascii", help="LaTeX escapes instead of characters beyond ASCII.")
]
OutputFile = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="The file to write; else stdout."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only errors.")]
