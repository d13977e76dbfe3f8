"""JSON that a person can read and a version control can compare: short values on one line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_WIDTH = 100
_STEP = 2
_SURROGATE = re.compile("[\ud800-\udfff]")


def format_json(value: object) -> str:
    """``value`` as JSON, ending in a line feed.

    A list or object stands on one line where it fits into 100 columns, else one element a
    line, indented by two. Any iterable but a string or mapping is a list; those at the top and
    in its members are taken element by element, so that long ones need not be in memory at
    once. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
    """
    return _SURROGATE.sub("\ufffd", "".join((*_streamed(value, 0), "\n")))


def _streamed(value: object, indent: int) -> Iterator[str]:
    """The outer structure element by element; what is below it as whole texts."""
    if indent <= _STEP and isinstance(value, Mapping):
        members = ((f"{_scalar(str(key))}: ", member) for key, member in value.items())
        yield from _spread("{", members, "}", indent)
    elif indent <= _STEP and _is_list(value):
        yield from _spread("[", (("", member) for member in _elements(value)), "]", indent)
    else:
        yield _text(value, indent)


def _spread(
    opening: str, members: Iterable[tuple[str, object]], closing: str, indent: int
) -> Iterator[str]:
    inner = " " * (indent + _STEP)
    empty = True
    for key, member in members:
        yield f"{opening}\n{inner}" if empty else f",\n{inner}"
        empty = False
        yield key
        yield from _streamed(member, indent + _STEP)
    yield f"{opening}{closing}" if empty else f"\n{' ' * indent}{closing}"


def _text(value: object, indent: int) -> str:
    if isinstance(value, Mapping):
        parts = [
            f"{_scalar(str(key))}: {_text(member, indent + _STEP)}" for key, member in value.items()
        ]
        return _joined("{", parts, "}", indent)
    if _is_list(value):
        parts = [_text(member, indent + _STEP) for member in _elements(value)]
        return _joined("[", parts, "]", indent)
    return _scalar(value)


def _joined(opening: str, parts: list[str], closing: str, indent: int) -> str:
    length = sum(map(len, parts)) + 2 * len(parts)
    if indent + length < _WIDTH and not any("\n" in part for part in parts):
        return f"{opening}{', '.join(parts)}{closing}"
    inner = " " * (indent + _STEP)
    body = f",\n{inner}".join(parts)
    return f"{opening}\n{inner}{body}\n{' ' * indent}{closing}"


def _is_list(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, (str, Mapping))


def _elements(value: object) -> Iterable[object]:
    return value if isinstance(value, Iterable) else ()


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
