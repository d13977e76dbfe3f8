"""``citekit tidy``: ``.bib`` files laid out in one stable way."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.streams import (
    STDIN,
    say,
    say_diagnostics,
)
from citekit.errors import ConfigError

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
    *,
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
    remove: Annotated[
        str,
        typer.Option("--remove", metavar="FIELDS", help="Remove these fields, as in 'file,note'."),
    ] = "",
    enclose: Annotated[
        str,
        typer.Option(
            "--enclose", metavar="FIELDS", help="Braces of their own around these fields' values."
        ),
    ] = "",
    max_authors: Annotated[
        int,
        typer.Option(
            "--max-authors", metavar="N", min=0, help="Cut lists of names, with 'and others'."
        ),
    ] = 0,
    wrap: Annotated[
        int,
        typer.Option("--wrap", metavar="N", min=0, help="Break values over lines of N letters."),
    ] = 0,
    keys: Annotated[
        str,
        typer.Option(
            "--keys",
            metavar="PATTERN",
            help="Make keys by a pattern, as in '[auth:lower][year]'; keys that fit it stay.",
        ),
    ] = "",
    rename_in: Annotated[
        list[str] | None,
        typer.Option(
            "--rename-in",
            metavar="FILE|FOLDER",
            help="With --keys: rename the keys in these documents, too. May be repeated.",
        ),
    ] = None,
    keep_ids: Annotated[
        bool, typer.Option("--keep-ids", help="With --keys: the old key goes into 'ids'.")
    ] = False,
    keys_only: Annotated[
        bool, typer.Option("--keys-only", help="With --keys: nothing else changes.")
    ] = False,
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
    numeric: Annotated[bool, typer.Option("--numeric", help="Numbers without braces.")] = False,
    strip_enclosing: Annotated[
        bool, typer.Option("--strip-enclosing", help="{T} for {{T}}, but not in names and lists.")
    ] = False,
    drop_capitals: Annotated[
        bool, typer.Option("--drop-capitals", help="Titles in capitals as ordinary ones.")
    ] = False,
    strip_comments: Annotated[
        bool, typer.Option("--strip-comments", help="Remove comments and text between entries.")
    ] = False,
    no_final_comma: Annotated[
        bool, typer.Option("--no-final-comma", help="No comma after the last field.")
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
    from citekit.cli.bib_changes import (
        say_difference,
        tidied_files,
        with_new_keys,
        write_changes,
    )
    from citekit.pipeline.tidying import TidyOptions

    _check_use(paths, output, writes_nothing=check or diff)
    _check_keys(keys, needs_keys=bool(rename_in) or keep_ids or keys_only)
    if rename_in and (output or STDIN in paths):
        raise ConfigError("--rename-in changes files in place; name the .bib and leave out -o")
    unwanted = {
        "case": no_case,
        "lines": no_lines,
        "delimiters": no_delimiters,
        "months": no_months,
        "pages": no_pages,
        "doi": no_doi,
        "duplicates": no_duplicates,
    }
    wanted = {
        "empty": remove_empty,
        "unicode": unicode,
        "ascii": ascii_only,
        "numeric": numeric,
        "enclosing": strip_enclosing,
        "capitals": drop_capitals,
        "comments": strip_comments,
    }
    options = TidyOptions(
        indent="\t" if tabs else " " * indent,
        align=_width(align),
        sort=_names(sort),
        order=_names(order),
        remove=_names(remove),
        enclose=_names(enclose),
        most_names=max_authors,
        wrap=wrap,
        final_comma=not no_final_comma,
        chosen=_true(wanted),
        left_out=_true(unwanted),
    )
    if keys:
        changes = with_new_keys(
            paths, keys, rename_in or [], None if keys_only else options, keep_ids
        )
    else:
        changes = tidied_files(paths, options)
    if diff:
        say_difference(changes)
    if check:
        say((f"{it.name}: would change" for it in changes.files if it.is_changed), quiet=quiet)
    if not check and not diff:
        write_changes(changes.files, output)
    failed = say_diagnostics(changes.diagnostics, quiet=quiet)
    return FINDINGS if failed or (check and any(it.is_changed for it in changes.files)) else FINE


def _check_use(paths: list[str], output: Path | None, *, writes_nothing: bool) -> None:
    if output and len(paths) > 1:
        raise ConfigError("--output takes one file only; leave it out to tidy files in place")
    if output and writes_nothing:
        raise ConfigError("--check and --diff write nothing; leave out --output")


def _check_keys(keys: str, *, needs_keys: bool) -> None:
    if needs_keys and not keys:
        raise ConfigError(
            "--rename-in, --keep-ids and --keys-only go with --keys; write a pattern there, as in"
            " --keys '[auth:lower][year]'"
        )


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
