"""What a person decided about pairs of records, kept in a file for the next run."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from citekit.errors import ConfigError
from citekit.model.reference import Reference
from citekit.pipeline.merging.described import described
from citekit.resolver.content_hash import content_hash

_HEADER = """\
# Decisions on pairs of records, for 'citekit merge --decisions'. A record is known by its key and
# by what it says ('content'), in whatever file it stands; 'shows' is for the reader alone.
"""
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*pair[ \t]*\]\]", re.MULTILINE)
_LETTERS = 16


class Verdict(StrEnum):
    """What was decided about two records."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Identity:
    """A record, known by its key and a hash of what it says; ``shows`` is for a person."""

    key: str
    content: str
    shows: str = ""


@dataclass(frozen=True, slots=True)
class PairDecision:
    """A verdict on two records; ``place`` is that of the decision in its file."""

    verdict: Verdict
    first: Identity
    second: Identity
    place: str = ""


def identity_of(reference: Reference) -> Identity:
    """What a record is known by: neither file nor place, so that it may be moved."""
    return Identity(reference.key, content_hash(reference)[:_LETTERS], described(reference))


def read_decisions(path: str) -> tuple[PairDecision, ...]:
    """The decisions in the file at ``path``, TOML or, by its suffix, JSON lines.

    A file that is not there yet holds none.

    Raises:
        ConfigError: It cannot be read, or something in it is no decision.
    """
    try:
        text = Path(path).read_text("utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not in UTF-8"
        raise ConfigError(f"{path}: cannot be read: {reason}") from error
    rows = _json_rows(text, path) if _is_json(path) else _toml_rows(text, path)
    return tuple(_decision(row, place) for place, row in rows)


def with_decisions(path: str, text: str, decisions: Sequence[PairDecision]) -> str:
    """The ``text`` of a file of decisions with more of them at its end; the rest stays."""
    if _is_json(path):
        lines = (json.dumps(_row(decision), ensure_ascii=False) for decision in decisions)
        return _ended(text) + "".join(f"{line}\n" for line in lines)
    return (_ended(text) or _HEADER) + "".join(map(_toml, decisions))


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _is_json(path: str) -> bool:
    return PurePath(path).suffix.lower() in {".json", ".jsonl", ".ndjson"}


def _json_rows(text: str, path: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"{path}:{number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ConfigError(f"{path}:{number}: this line is no JSON: {error}") from error


def _toml_rows(text: str, path: str) -> Iterator[tuple[str, object]]:
    try:
        pairs = tomllib.loads(text).get("pair", [])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: this is no TOML: {error}") from error
    if not isinstance(pairs, list):
        raise ConfigError(f"{path}: write each decision below a line '[[pair]]'")
    lines = [text.count("\n", 0, match.start()) + 1 for match in _TABLE.finditer(text)]
    known = len(lines) == len(pairs)
    for number, row in enumerate(pairs):
        yield f"{path}:{lines[number]}" if known else f"{path}, pair {number + 1}", row


def _decision(row: object, place: str) -> PairDecision:
    if not isinstance(row, Mapping) or row.get("verdict") not in list(Verdict):
        raise ConfigError(f"{place}: there is no verdict; write 'same' or 'different'")
    first, second = (_identity(row.get(name), place, name) for name in ("first", "second"))
    return PairDecision(Verdict(row["verdict"]), first, second, place)


def _identity(value: object, place: str, name: str) -> Identity:
    given = value if isinstance(value, Mapping) else {}
    parts = [given.get(part, "") for part in ("key", "content", "shows")]
    if not (parts[0] or parts[1]) or not all(isinstance(part, str) for part in parts):
        raise ConfigError(f"{place}: '{name}' names no record; give its key and its content")
    return Identity(*parts)


def _row(decision: PairDecision) -> dict[str, object]:
    return {
        "verdict": decision.verdict.value,
        "first": _parts(decision.first),
        "second": _parts(decision.second),
    }


def _parts(identity: Identity) -> dict[str, str]:
    return {"key": identity.key, "content": identity.content, "shows": identity.shows}


def _toml(decision: PairDecision) -> str:
    return (
        f'\n[[pair]]\nverdict = "{decision.verdict.value}"\n'
        f"first = {_table(decision.first)}\nsecond = {_table(decision.second)}\n"
    )


def _table(identity: Identity) -> str:
    members = (f"{name} = {_string(value)}" for name, value in _parts(identity).items())
    return f"{{{', '.join(members)}}}"


def _string(value: str) -> str:
    """A basic string of TOML: JSON's, in which DEL is escaped as well."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
