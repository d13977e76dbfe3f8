"""``citekit check``: everything that is wrong with the references of a project."""

import gc
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from citekit.cli.check_cache import result_cache
from citekit.cli.check_report import (
    counted,
    further_reports,
    reporter_of,
    statistics,
    summary,
    write_report,
)
from citekit.cli.check_settings import (
    Wishes,
    selectors_in,
    settings_file_for,
    settings_over,
    shown_settings,
)
from citekit.cli.exit_status import FINDINGS, FINE, WRONG
from citekit.cli.streams import STDIN, read_stdin, say, write_bytes, write_data
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.checker.baseline import Baseline
    from citekit.checker.reporters.report import Reporter
    from citekit.pipeline.checking.checked import Checked
    from citekit.pipeline.checking.result_cache import ResultCache
    from citekit.pipeline.checking.settings_file import SettingsFile

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
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither take findings from a cache nor keep them.")
    ] = False,
    cache_dir: Annotated[
        Path | None,
        typer.Option(
            "--cache-dir", metavar="FOLDER", help="Keep findings there, not in .citekit_cache."
        ),
    ] = None,
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
    named = paths or ["."]
    reporter = None if has_statistics else reporter_of(output_format, "--output-format")
    further = further_reports(reports or ())
    failing = _failing(fail_on, exit_zero=exit_zero)
    wishes = Wishes(
        selectors_in(select),
        selectors_in(extend_select),
        selectors_in(ignore),
        tuple(exclude or ()),
        dialect,
        baseline,
    )
    file = settings_file_for(named, config, is_off=no_config)
    if show_settings:
        return _show_settings(file, wishes)
    given = {stdin_name: _decoded(read_stdin())} if STDIN in named else {}
    if show_files:
        return _show_files(named, file, wishes, given)
    changes = _Changes(fix=fix or diff, unsafe=unsafe_fixes, all_known=bool(write_baseline))
    is_plain = not (no_cache or given or changes.fix or changes.all_known)
    cache = result_cache(named, file, wishes, cache_dir) if is_plain else None
    checked = cache.find() if cache is not None else None
    if checked is None:
        before, checked = _check(named, file, wishes, given, changes, cache)
        if diff:
            return _show_difference(before, checked)
        if fix:
            _write_back(before, checked, given)
    if write_baseline:
        return _write_baseline(checked, write_baseline, quiet=quiet)
    if not (fix and given):
        _write_findings(checked, reporter, output)
    for other, target in further:
        write_report(other, checked, target)
    say(checked.unreadable)
    say(summary(checked), quiet=quiet)
    if checked.unreadable:
        return WRONG
    fails = any(one.severity.value in failing for one in checked.findings)
    return FINDINGS if fails or (checked.mended and exit_non_zero_on_fix) else FINE


class _Changes(NamedTuple):
    """What is to be done besides looking; ``all_known`` passes over the baseline."""

    fix: bool
    unsafe: bool
    all_known: bool


def _check(
    named: list[str],
    file: "SettingsFile",
    wishes: Wishes,
    given: Mapping[str, str],
    changes: _Changes,
    cache: "ResultCache | None",
) -> tuple[Mapping[str, str], "Checked"]:
    """The files as they were, and what was found in them; it is kept in ``cache``."""
    from citekit.pipeline.checking.configuration import configuration_of
    from citekit.pipeline.checking.project_files import gather_files
    from citekit.pipeline.checking.running import check_texts

    configuration = configuration_of(file)
    settings = settings_over(configuration.settings, wishes)
    usual = "" if changes.all_known else configuration.baseline
    known, said = _known(wishes.baseline, usual)
    files = gather_files([path for path in named if path != STDIN], settings, given=given)
    checked = check_texts(
        files.texts,
        settings,
        documents=files.documents,
        fix=changes.fix,
        unsafe=changes.unsafe,
        baseline=known,
    )
    checked = replace(checked, unreadable=files.unreadable)
    if cache is not None:
        cache.keep(checked, files, said)
    return files.texts, checked


def _show_settings(file: "SettingsFile", wishes: Wishes) -> int:
    from citekit.pipeline.checking.configuration import configuration_of

    configuration = configuration_of(file)
    settings = settings_over(configuration.settings, wishes)
    write_data(shown_settings(configuration, settings), None)
    return FINE


def _show_files(
    named: list[str], file: "SettingsFile", wishes: Wishes, given: Mapping[str, str]
) -> int:
    from citekit.pipeline.checking.configuration import configuration_of
    from citekit.pipeline.checking.project_files import gather_files

    settings = settings_over(configuration_of(file).settings, wishes)
    files = gather_files([path for path in named if path != STDIN], settings, given=given)
    write_data("".join(f"{path}\n" for path in files.texts), None)
    return FINE


def _failing(level: str, *, exit_zero: bool) -> tuple[str, ...]:
    """The severities that make the command fail."""
    if level not in _FAILING:
        raise ConfigError(f"--fail-on is one of {', '.join(_FAILING)}, not {level!r}")
    return () if exit_zero else _FAILING[level]


def _known(named: str, usual: str) -> tuple["Baseline | None", Mapping[str, str | None]]:
    """The baseline ``named``, or the ``usual`` one if it is there; and what was read for it."""
    from citekit.checker.baseline import read_baseline

    place = named or usual
    if not place:
        return None, {}
    if not named and not Path(place).exists():
        return None, {place: None}
    text = _text_of(place)
    return read_baseline(text, place), {place: text}


def _write_findings(checked: "Checked", reporter: "Reporter | None", output: Path | None) -> None:
    """The findings as the reporter has them; without one, how often each rule speaks."""
    if reporter is None:
        write_data(statistics(checked.findings), output)
    else:
        write_report(reporter, checked, output)


def _text_of(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8")
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
