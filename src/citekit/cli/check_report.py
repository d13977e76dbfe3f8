"""What ``citekit check`` prints: the findings in a format, their counts, and a summary."""

import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.cli.streams import write_bytes
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.checker.finding import Finding
    from citekit.checker.reporters.report import Reporter
    from citekit.pipeline.checking.checked import Checked


def reporter_of(name: str, option: str) -> "Reporter":
    """The reporter called ``name``, as ``option`` of the command line wants it.

    Raises:
        ConfigError: There is none of that name.
    """
    from citekit.checker.reporters.registry import REPORTERS

    by_name = {reporter.name: reporter for reporter in REPORTERS}
    by_name["text"] = by_name["full"]
    if name not in by_name:
        names = ", ".join(reporter.name for reporter in REPORTERS)
        raise ConfigError(f"{option} is one of {names}, not {name!r}")
    return by_name[name]


def further_reports(values: Iterable[str]) -> list[tuple["Reporter", Path]]:
    """The reporters and files that ``--report FORMAT=FILE`` asks for.

    Raises:
        ConfigError: A value is not of that form.
    """
    found = []
    for value in values:
        name, _, path = value.partition("=")
        if not path:
            raise ConfigError(f"--report is FORMAT=FILE, as in sarif=citekit.sarif, not {value!r}")
        found.append((reporter_of(name, "the FORMAT of --report"), Path(path)))
    return found


def write_report(reporter: "Reporter", checked: "Checked", output: Path | None) -> None:
    """Write the findings to ``output``, or to stdout without one, in colour on a terminal."""
    from citekit.checker.reporters.report import Report

    shows_colour = output is None and sys.stdout is not None and sys.stdout.isatty()
    report = Report(
        checked.findings,
        checked.fingerprints,
        checked.texts,
        has_colour=shows_colour and "NO_COLOR" not in os.environ,
    )
    write_bytes(reporter.write(report).encode("utf-8", "replace"), output)


def statistics(findings: Iterable["Finding"]) -> str:
    """How often each rule speaks, the most frequent first."""
    counts = Counter((one.code, one.name) for one in findings)
    fixable = Counter(one.code for one in findings if one.problem.fix is not None)
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(count)) for _, count in rows), default=0)
    return "".join(
        f"{count:>{width}}  {code}  {'[*]' if fixable[code] else '   '}  {name}\n"
        for (code, name), count in rows
    )


def counted(count: int, noun: str) -> str:
    """``count`` things, in the singular for one."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def summary(checked: "Checked") -> list[str]:
    """What was found, mended and left out, in a line or two."""
    findings = checked.findings
    files = len({one.path for one in findings})
    kinds = Counter(one.severity.value for one in findings)
    listed = ", ".join(
        f"{kinds[kind]:,} {kind}" for kind in ("error", "warning", "info", "style") if kinds[kind]
    )
    where = f" ({listed}) in {counted(files, 'file')}" if findings else ""
    mended = f"; {len(checked.mended):,} mended" if checked.mended else ""
    hidden = [
        f"{count:,} {what}"
        for count, what in (
            (checked.silenced, "silenced by comments"),
            (checked.known, "in the baseline"),
            (checked.gone, "of the baseline gone"),
        )
        if count
    ]
    lines = [f"{counted(len(findings), 'finding')}{where}{mended}"]
    lines[0] += f"; {', '.join(hidden)}" if hidden else ""
    fixes = [one.problem.fix for one in findings if one.problem.fix is not None]
    safe = sum(fix.is_safe for fix in fixes)
    if fixes:
        more = f"{len(fixes) - safe:,} more with --unsafe-fixes" if len(fixes) > safe else ""
        offers = [f"{safe:,} can be mended with --fix" if safe else "", more]
        lines.append("; ".join(offer for offer in offers if offer))
    return lines
