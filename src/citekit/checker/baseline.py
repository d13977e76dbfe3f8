"""Findings that a project has decided to live with for now."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.checker.finding import Finding
from citekit.errors import ConfigError

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The fingerprints of known findings."""

    fingerprints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BeyondBaseline:
    """The findings that are new, how many are known, and how many known ones are gone."""

    new: tuple[Finding, ...]
    known: int
    gone: int


def read_baseline(text: str, path: str) -> Baseline:
    """The baseline in the file at ``path``, which holds ``text``.

    Raises:
        ConfigError: It is no baseline, or that of a later version.
    """
    remedy = "write it anew with --write-baseline"
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: this is no baseline ({error}); {remedy}") from error
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        raise ConfigError(f"{path}: this is no baseline of version {_VERSION}; {remedy}")
    rows = data.get("findings")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ConfigError(f"{path}: 'findings' is no list of findings; {remedy}")
    return Baseline(frozenset(str(row.get("fingerprint", "")) for row in rows))


def write_baseline(findings: Sequence[Finding], prints: Sequence[str]) -> str:
    """The file that holds ``findings``, whose fingerprints are ``prints``.

    Each is on a line of its own, with what a reader of a change needs to know it by.
    """
    rows = [
        json.dumps(
            {
                "fingerprint": fingerprint,
                "path": finding.path,
                "code": finding.code,
                "message": finding.message,
            },
            ensure_ascii=False,
        )
        for finding, fingerprint in zip(findings, prints, strict=True)
    ]
    listed = ",\n  ".join(rows)
    body = f"[\n  {listed}\n ]" if rows else "[]"
    return f'{{"version": {_VERSION},\n "findings": {body}}}\n'


def beyond(
    findings: Sequence[Finding], prints: Sequence[str], baseline: Baseline
) -> BeyondBaseline:
    """What of ``findings``, whose fingerprints are ``prints``, the baseline does not know."""
    new = tuple(
        finding
        for finding, fingerprint in zip(findings, prints, strict=True)
        if fingerprint not in baseline.fingerprints
    )
    gone = len(baseline.fingerprints - set(prints))
    return BeyondBaseline(new, len(findings) - len(new), gone)
