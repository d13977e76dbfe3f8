"""YAML read into plain values, all scalars as text, and written for readers of any version."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, cast

import yaml

from citekit.errors import ReadError

YamlValue = str | list["YamlValue"] | dict[str, "YamlValue"]

_LOADER: type[yaml.BaseLoader | yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 60
# More values than a file has bytes of its own can only come from aliases of aliases.
_MOST_ALIASED = 100_000
_NULLS = {"null", "Null", "NULL", "~"}
_MERGE = "<<"
# Text that no version of YAML takes for anything else, or for a number, a date or a truth value.
_PLAIN = re.compile(
    r"(?!(?i:null|true|false|yes|no|on|off|y|n)$)[^\W\d_](?:[\w .()/+;’–—-]*[\w.)])?"
)
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_STEP = "  "


class _Mark(Protocol):
    line: int
    column: int


def _place(mark: object) -> str:
    """``:line:column`` of a place that the parser names, both 1-based."""
    if mark is None:
        return ""
    known = cast("_Mark", mark)
    return f":{known.line + 1}:{known.column + 1}"


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; ``size`` counts the values in it."""

    value: list[YamlValue] | dict[str, YamlValue]
    anchor: str | None
    key: str | None = None
    size: int = 1


@dataclass(slots=True)
class _Builder:
    """Values put together from events, without recursion."""

    path: str
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[YamlValue, int]] = field(default_factory=dict)
    aliased: int = 0
    root: YamlValue = ""

    def error(self, event: yaml.Event, message: str) -> ReadError:
        return ReadError(f"{self.path}{_place(event.start_mark)}: {message}")

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            value, size = self.anchors.get(event.anchor or "", ("", 1))
            self.aliased += size
            if self.aliased > _MOST_ALIASED:
                raise self.error(event, "the aliases stand for too many values")
            self.put(value, None, size)
        elif isinstance(event, yaml.ScalarEvent):
            is_null = not event.style and event.value in _NULLS
            self.put("" if is_null else event.value, event.anchor, 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.stack) >= _DEEPEST:
                raise self.error(event, "nested too deep")
            is_map = isinstance(event, yaml.MappingStartEvent)
            self.stack.append(_Open({} if is_map else [], event.anchor))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self.stack.pop()
            self.put(done.value, done.anchor, done.size)

    def put(self, value: YamlValue, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        top.size += size
        if isinstance(top.value, list):
            top.value.append(value)
        elif top.key is None:
            top.key = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        else:
            if top.key == _MERGE and isinstance(value, dict):
                for name, inherited in value.items():
                    top.value.setdefault(name, inherited)
            else:
                top.value[top.key] = value
            top.key = None


def _without_controls(text: str) -> str:
    """``text`` without what YAML forbids; C1 controls were letters of Windows-1252 once."""

    def mended(match: re.Match[str]) -> str:
        code = ord(match[0])
        byte = bytes([code]) if 0x80 <= code <= 0x9F else b""  # noqa: PLR2004  # C1 controls
        return byte.decode("cp1252", "ignore") or "\ufffd"

    return _FORBIDDEN.sub(mended, text.removeprefix("\ufeff"))


def parse_yaml(text: str, path: str) -> YamlValue:
    """The value of the first document in a YAML text, every scalar as the text it is.

    An empty scalar and ``null`` are the empty text; of keys that stand twice the last counts.

    Raises:
        ReadError: The text is no YAML, nested deeper than any library, or its aliases stand for
            more than it could hold.
    """
    builder = _Builder(path)
    try:
        for event in yaml.parse(_without_controls(text), Loader=_LOADER):
            builder.take(event)
            if isinstance(event, yaml.DocumentEndEvent):
                break
    except yaml.MarkedYAMLError as error:
        place = _place(error.problem_mark)
        raise ReadError(f"{path}{place}: no YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise ReadError(f"{path}: no YAML: {reason}") from error
    return builder.root


class PlainScalar(str):
    """Text that stands without quotation marks, such as a date."""

    __slots__ = ()


def _scalar(value: object) -> str:
    if isinstance(value, PlainScalar) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(_SURROGATE.sub("\ufffd", text), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _key(text: str) -> str:
    is_plain = _KEY.fullmatch(text) and text.lower() not in _RESERVED
    return text if is_plain else _quoted(text)


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _parts(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else ()


def _flow(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_flow, value))}]"
    return _scalar(value)


def _lines(value: object, indent: str) -> Iterator[str]:
    """The lines of a mapping, or of a list of mappings, at ``indent``."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            head = f"{indent}{_key(str(key))}:"
            if (isinstance(member, Mapping) and member) or (
                isinstance(member, Sequence) and any(isinstance(part, Mapping) for part in member)
            ):
                yield head
                yield from _lines(member, indent + _STEP)
            else:
                yield f"{head} {_flow(member) if _is_list(member) else _shown(member)}"
    elif isinstance(value, Sequence):
        for member in value:
            inner = list(_lines(member, "")) if isinstance(member, Mapping) else [_flow(member)]
            for number, line in enumerate(inner or ["{}"]):
                yield f"{indent}{_STEP if number else '- '}{line}"


def _shown(member: object) -> str:
    return "{}" if isinstance(member, Mapping) else _scalar(member)


def format_yaml(value: object) -> str:
    """``value``, made of mappings, lists and scalars, as YAML, ending in a line feed.

    Lists of scalars stand on one line. Text is quoted wherever some version of YAML could take
    it for anything else; a lone surrogate, which no text can hold, becomes U+FFFD.
    """
    return "\n".join(_lines(value, "")) + "\n" if value else "{}\n"
