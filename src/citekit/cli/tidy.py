"""``citekit tidy``: ``.bib`` files laid out in one stable way."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.streams import (
    STDIN,
    STDIN_NAME,
    read_stdin,
    say,
    say_diagnostics,
    write_bytes,
)
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.pipeline.tidying import TidyOptions

_ENTRY, _NONE = "entry", "none"
_WIDEST = 200


def command(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Files of .bib; - is standard input, to stdout."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The file to write, - for stdout; else in place."
        ),
    ] = None,
    indent: Annotated[
        int, typer.Option("--indent", metavar="N", min=0, max=32, help="Blanks before each field.")
    ] = 2,
    align: Annotated[
        str,
        typer.Option(
            "--align",
            metavar="WHERE",
            help="The signs '=' below one another: 'entry' in each entry, a number for that many"
            " letters before them, 'none'.",
        ),
    ] = _ENTRY,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="KEYS",
            help="Sort entries by key, type or fields, as in 'type,-year,key'; - is descending.",
        ),
    ] = "",
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="FIELDS",
            help="These fields first, as in 'author,title,year'; 'standard' for a usual order.",
        ),
    ] = "",
    *,
    tabs: Annotated[bool, typer.Option("--tabs", help="A tab before each field.")] = False,
    no_case: Annotated[
        bool, typer.Option("--no-case", help="Types and names of fields keep their case.")
    ] = False,
    no_lines: Annotated[
        bool, typer.Option("--no-lines", help="Values that are broken over lines stay so.")
    ] = False,
    no_delimiters: Annotated[
        bool, typer.Option("--no-delimiters", help="Parentheses and quotes stay as they are.")
    ] = False,
    no_months: Annotated[
        bool, typer.Option("--no-months", help="Months stay as they are.")
    ] = False,
    no_pages: Annotated[
        bool, typer.Option("--no-pages", help="Ranges of pages keep their dash.")
    ] = False,
    no_doi: Annotated[bool, typer.Option("--no-doi", help="DOIs keep their address.")] = False,
    no_duplicates: Annotated[
        bool, typer.Option("--no-duplicates", help="Fields that stand twice with one value stay.")
    ] = False,
    remove_empty: Annotated[
        bool, typer.Option("--remove-empty", help="Remove fields that are empty.")
    ] = False,
    unicode: Annotated[
        bool, typer.Option("--unicode", help="Escapes of letters in LaTeX as characters.")
    ] = False,
    ascii_only: Annotated[
        bool, typer.Option("--ascii", help="LaTeX escapes instead of characters beyond ASCII.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing but what would change, to stdout.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only errors.")] = False,
) -> int:
    """Lay out .bib files in place; what is not understood stays as it is and is reported."""
    from citekit.pipeline.tidying import TidyOptions, read_bib_text

    _check_use(paths, output, writes_nothing=check or diff)
    unwanted = {
        "case": no_case,
        "lines": no_lines,
        "delimiters": no_delimiters,
        "months": no_months,
        "pages": no_pages,
        "doi": no_doi,
        "duplicates": no_duplicates,
    }
    options = TidyOptions(
        indent="\t" if tabs else " " * indent,
        align=_width(align),
        sort=_names(sort),
        order=_names(order),
        chosen=_true({"empty": remove_empty, "unicode": unicode, "ascii": ascii_only}),
        left_out=_true(unwanted),
    )
    texts = {
        path: read_bib_text(STDIN_NAME, read_stdin()) if path == STDIN else read_bib_text(path)
        for path in paths
    }
    results = [
        _tidy(path, text, options, output=output, check=check, diff=diff, quiet=quiet)
        for path, text in texts.items()
    ]
    return FINDINGS if any(results) else FINE


def _tidy(  # noqa: PLR0913 - what the command was told
    path: str,
    text: str,
    options: "TidyOptions",
    *,
    output: Path | None,
    check: bool,
    diff: bool,
    quiet: bool,
) -> bool:
    """Tidy one file; whether the exit status has something to tell of it."""
    from citekit.pipeline.bib_difference import difference
    from citekit.pipeline.tidying import bib_bytes, tidy_bib

    name = STDIN_NAME if path == STDIN else path
    tidied = tidy_bib(text, options, path=name)
    is_changed = tidied.text != text
    if diff:
        write_bytes(bib_bytes(difference(name, text, tidied.text)), None)
    if check and is_changed:
        say([f"{name}: would change"], quiet=quiet)
    target = output or Path(path)
    if not check and not diff and (is_changed or output or path == STDIN):
        write_bytes(bib_bytes(tidied.text), target)
    failed = say_diagnostics(tidied.diagnostics, quiet=quiet)
    return failed or (check and is_changed)


def _check_use(paths: list[str], output: Path | None, *, writes_nothing: bool) -> None:
    if output and len(paths) > 1:
        raise ConfigError("--output takes one file only; leave it out to tidy files in place")
    if output and writes_nothing:
        raise ConfigError("--check and --diff write nothing; leave out --output")


def _width(align: str) -> int | None:
    """The width that names are filled up to; none for that of the longest in the entry."""
    if align in {_ENTRY, _NONE}:
        return None if align == _ENTRY else 0
    if align.isascii() and align.isdigit() and len(align) <= len(str(_WIDEST)):
        return min(int(align), _WIDEST)
    raise ConfigError(f"--align is 'entry', 'none' or a number up to {_WIDEST}, not {align!r}")


def _true(flags: Mapping[str, bool]) -> frozenset[str]:
    return frozenset(name for name, is_set in flags.items() if is_set)


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.replace(" ", "").split(",")) if text.strip() else ()
