"""The grammar inside the values of a ``.bib`` file: braces and lists."""

from collections.abc import Sequence


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
    return max(brace_depths(text), default=0) + 1 if "{" in text else 0


def split_top_level(text: str, separators: str) -> list[str]:
    """``text`` cut at every character of ``separators`` outside braces.

    A separator that is a blank takes its neighbours along; empty parts are then left out.
    """
    parts: list[str] = []
    start = 0
    for place, (letter, depth) in enumerate(zip(text, brace_depths(text), strict=True)):
        if depth == 0 and letter in separators:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return [part for part in parts if part] if " " in separators else parts


def split_list(text: str) -> list[str]:
    """The members of a list joined by ``and`` outside braces, empty ones left out."""
    depths = brace_depths(text)
    members: list[str] = []
    start = 0
    for place in range(len(text)):
        word = text[place : place + 3]
        if word.lower() != "and" or depths[place] != 0:
            continue
        before, after = text[place - 1 : place], text[place + 3 : place + 4]
        if (not before or before.isspace()) and (not after or after.isspace()):
            members.append(text[start:place])
            start = place + 3
    members.append(text[start:])
    return [member.strip() for member in members if member.strip()]


def join_list(members: Sequence[str]) -> str:
    """The members of a list joined by ``and``."""
    return " and ".join(members)
