"""``citekit tidy``: ``.bib`` files laid out in one stable way."""

from collections.abc import Mapping
from pathlib import Path

from citekit.cli import tidy_options as option
from citekit.cli.exit_status import FINDINGS, FINE
from citekit.cli.options import AsciiOnly, Quiet
from citekit.cli.streams import STDIN, say, say_diagnostics
from citekit.errors import ConfigError

_ENTRY, _NONE = "entry", "none"
_WIDEST = 200


def command(  # noqa: PLR0913 - one parameter an option
    paths: option.Paths,
    output: option.Output = None,
    *,
    indent: option.Indent = 2,
    align: option.Align = _ENTRY,
    sort: option.Sort = "",
    order: option.Order = "",
    remove: option.Remove = "",
    enclose: option.Enclose = "",
    max_authors: option.MaxAuthors = 0,
    wrap: option.Wrap = 0,
    keys: option.Keys = "",
    rename_in: option.RenameIn = None,
    keep_ids: option.KeepIds = False,
    keys_only: option.KeysOnly = False,
    tabs: option.Tabs = False,
    no_case: option.NoCase = False,
    no_lines: option.NoLines = False,
    no_delimiters: option.NoDelimiters = False,
    no_months: option.NoMonths = False,
    no_pages: option.NoPages = False,
    no_doi: option.NoDoi = False,
    no_duplicates: option.NoDuplicates = False,
    remove_empty: option.RemoveEmpty = False,
    unicode: option.Unicode = False,
    ascii_only: AsciiOnly = False,
    numeric: option.Numeric = False,
    strip_enclosing: option.StripEnclosing = False,
    drop_capitals: option.DropCapitals = False,
    strip_comments: option.StripComments = False,
    no_final_comma: option.NoFinalComma = False,
    check: option.Check = False,
    diff: option.Diff = False,
    quiet: Quiet = False,
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
