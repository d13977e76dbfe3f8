"""``citekit check``: everything that is wrong with the references of a project."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from citekit.cli.check_report import (
    counted,
    further_reports,
    reporter_of,
    statistics,
    summary,
    write_report,
)
from citekit.cli.check_settings import (
    configuration_for,
    selectors_in,
    settings_over,
    shown_settings,
)
from citekit.cli.exit_status import FINDINGS, FINE, WRONG
from citekit.cli.streams import STDIN, read_stdin, say, write_bytes, write_data
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.checker.baseline import Baseline
    from citekit.checker.reporters.report import Reporter
    from citekit.pipeline.checking.running import Checked

_STDIN_NAME = "stdin.bib"
_RARELY = (1_000_000, 20, 100)
_FAILING = {
    "any": ("error", "warning", "info", "style"),
    "warning": ("error", "warning"),
    "error": ("error",),
    "never": (),
}


def command(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…",
            help="Files of .bib, documents, folders, patterns; - is standard input. [default: .]",
            show_default=False,
        ),
    ] = None,
    *,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULES",
            help="Only these rules: codes, families, names or ALL, with commas between them.",
        ),
    ] = None,
    extend_select: Annotated[
        list[str] | None,
        typer.Option("--extend-select", metavar="RULES", help="These rules too."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULES", help="Not these rules.")
    ] = None,
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format",
            metavar="NAME",
            help="full, concise, json, jsonl, github, gitlab, junit, sarif or errorformat.",
        ),
    ] = "full",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where findings go, else stdout."),
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report", metavar="FORMAT=FILE", help="Write the findings there too; repeatable."
        ),
    ] = None,
    baseline: Annotated[
        str,
        typer.Option("--baseline", metavar="FILE", help="Say nothing of the findings in it."),
    ] = "",
    write_baseline: Annotated[
        str,
        typer.Option(
            "--write-baseline", metavar="FILE", help="Write all findings there, and exit with 0."
        ),
    ] = "",
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude", metavar="PATTERN", help="Leave these out of folders too; repeatable."
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            help="Findings that exit with 1: any, those from warning up, error, or never.",
        ),
    ] = "any",
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="The file of settings, else the nearest."),
    ] = None,
    dialect: Annotated[
        str,
        typer.Option("--dialect", metavar="NAME", help="bibtex or biblatex; else each shows its."),
    ] = "",
    stdin_name: Annotated[
        str,
        typer.Option("--stdin-name", metavar="NAME", help="What standard input is called."),
    ] = _STDIN_NAME,
    fix: Annotated[bool, typer.Option("--fix", help="Make the safe fixes.")] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="With --fix or --diff, make the unsafe ones too."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing but what the fixes would change.")
    ] = False,
    has_statistics: Annotated[
        bool, typer.Option("--statistics", help="How often each rule speaks, and nothing else.")
    ] = False,
    no_config: Annotated[
        bool, typer.Option("--no-config", help="Pass over files of settings.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 even if there are findings.")
    ] = False,
    exit_non_zero_on_fix: Annotated[
        bool,
        typer.Option("--exit-non-zero-on-fix", help="Exit with 1 if anything was mended."),
    ] = False,
    show_settings: Annotated[
        bool,
        typer.Option("--show-settings", help="Print the settings that hold, and check nothing."),
    ] = False,
    show_files: Annotated[
        bool,
        typer.Option("--show-files", help="Print the files that count, and check nothing."),
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No summary.")] = False,
) -> int:
    """Check .bib files, and documents against them; see also `citekit explain`."""
    # What is read stays to the end: to look for garbage in it takes a sixth of the time, in vain.
    gc.set_threshold(*_RARELY)
    from citekit.pipeline.checking.project_files import gather_files
    from citekit.pipeline.checking.running import check_texts

    named = paths or ["."]
    reporter = reporter_of(output_format, "--output-format")
    further = further_reports(reports or ())
    failing = _failing(fail_on, exit_zero=exit_zero)
    configuration = configuration_for(named, config, is_off=no_config)
    settings = settings_over(
        configuration.settings,
        select=selectors_in(select),
        extend_select=selectors_in(extend_select),
        ignore=selectors_in(ignore),
        exclude=tuple(exclude or ()),
        dialect=dialect,
    )
    if show_settings:
        write_data(shown_settings(configuration, settings), None)
        return FINE
    known = _known(baseline, "" if write_baseline else configuration.baseline)
    given = {stdin_name: _decoded(read_stdin())} if STDIN in named else {}
    files = gather_files([path for path in named if path != STDIN], settings, given=given)
    if show_files:
        write_data("".join(f"{path}\n" for path in files.texts), None)
        return FINE
    checked = check_texts(
        files.texts, settings, fix=fix or diff, unsafe=unsafe_fixes, baseline=known
    )
    if diff:
        return _show_difference(files.texts, checked)
    if fix:
        _write_back(files.texts, checked, given)
    if write_baseline:
        return _write_baseline(checked, write_baseline, quiet=quiet)
    if not (fix and given):
        _write_findings(checked, None if has_statistics else reporter, output)
    for other, target in further:
        write_report(other, checked, target)
    say(files.unreadable)
    say(summary(checked), quiet=quiet)
    if files.unreadable:
        return WRONG
    fails = any(one.severity.value in failing for one in checked.findings)
    return FINDINGS if fails or (checked.mended and exit_non_zero_on_fix) else FINE


def _failing(level: str, *, exit_zero: bool) -> tuple[str, ...]:
    """The severities that make the command fail."""
    if level not in _FAILING:
        raise ConfigError(f"--fail-on is one of {', '.join(_FAILING)}, not {level!r}")
    return () if exit_zero else _FAILING[level]


def _known(named: str, usual: str) -> "Baseline | None":
    """The baseline ``named``, or the ``usual`` one if it is there."""
    from citekit.checker.baseline import read_baseline

    place = named or usual
    if not place or not (named or Path(place).exists()):
        return None
    return read_baseline(_text_of(place), place)


def _write_findings(checked: "Checked", reporter: "Reporter | None", output: Path | None) -> None:
    """The findings as the reporter has them; without one, how often each rule speaks."""
    if reporter is None:
        write_data(statistics(checked.findings), output)
    else:
        write_report(reporter, checked, output)


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError(f"{path}: cannot be read: {reason}") from error


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _show_difference(before: Mapping[str, str], checked: "Checked") -> int:
    from citekit.pipeline.bib_difference import difference

    shown = [
        difference(path, before[path], text, what="fixed") for path, text in checked.texts.items()
    ]
    write_bytes("".join(shown).encode("utf-8", "surrogateescape"), None)
    return FINDINGS if any(shown) else FINE


def _write_back(before: Mapping[str, str], checked: "Checked", given: Mapping[str, str]) -> None:
    """Write the files that fixes have changed; standard input goes to stdout."""
    for path, text in checked.texts.items():
        data = text.encode("utf-8", "surrogateescape")
        if path in given:
            write_bytes(data, None)
        elif text != before[path]:
            write_bytes(data, Path(path))


def _write_baseline(checked: "Checked", path: str, *, quiet: bool) -> int:
    from citekit.checker.baseline import write_baseline

    write_data(write_baseline(checked.findings, checked.fingerprints), Path(path))
    say([f"{path}: {counted(len(checked.findings), 'finding')} written"], quiet=quiet)
    return FINE
