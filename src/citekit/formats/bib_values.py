"""The grammar inside the values of a ``.bib`` file: braces and lists."""

import re
from collections.abc import Sequence

_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)


def brace_depths(text: str) -> list[int]:
    r"""The depth of braces before each character; ``\{`` and ``\}`` do not count."""
    depths: list[int] = []
    depth, escaped = 0, False
    for letter in text:
        if letter == "}" and not escaped:
            depth = max(0, depth - 1)
        depths.append(depth)
        if letter == "{" and not escaped:
            depth += 1
        escaped = letter == "\\" and not escaped
    return depths


def deepest(text: str) -> int:
    """How deeply braces are nested in ``text``, balanced or not."""
    depth = most = 0
    for match in _BRACES.finditer(text):
        if match[0] == "{":
            depth += 1
            most = max(most, depth)
        elif match[0] == "}":
            depth = max(0, depth - 1)
    return most


def split_top_level(text: str, separators: str) -> list[str]:
    """``text`` cut at every character of ``separators`` outside braces.

    A separator that is a blank takes its neighbours along; empty parts are then left out.
    """
    marks = re.compile(f"[{re.escape(separators)}]").finditer(text)
    places = [match.start() for match in marks]
    if places and "{" in text:
        depths = brace_depths(text)
        places = [place for place in places if depths[place] == 0]
    starts = [0, *[place + 1 for place in places]]
    parts = [text[start:end] for start, end in zip(starts, [*places, None], strict=True)]
    return [part for part in parts if part] if " " in separators else parts


def list_spans(text: str) -> list[tuple[int, int]]:
    """Where the members of a list joined by ``and`` outside braces stand, without blanks around.

    Empty members are among them, each where it would stand.
    """
    words = list(_AND.finditer(text))
    if words and "{" in text:
        depths = brace_depths(text)
        words = [word for word in words if depths[word.start()] == 0]
    starts = [0, *[word.end() for word in words]]
    ends = [*[word.start() for word in words], len(text)]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    member = text[start:end]
    bare = member.lstrip()
    start = end - len(bare)
    return start, start + len(bare.rstrip())


def split_list(text: str) -> list[str]:
    """The members of a list joined by ``and`` outside braces, empty ones left out."""
    return [text[start:end] for start, end in list_spans(text) if start < end]


def join_list(members: Sequence[str]) -> str:
    """The members of a list joined by ``and``."""
    return " and ".join(members)
