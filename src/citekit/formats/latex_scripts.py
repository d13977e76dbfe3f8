"""Superscripts and subscripts of mathematics as commands of text."""

import re

_MATH = re.compile(r"(?<!\\)\$([^$]{1,400})\$|\\\(((?:[^\\]|\\[^)]){1,400})\\\)")
_ENSURED = re.compile(r"\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\}){1,400})\}")
_RAISED = re.compile(r"(?<!\\)([\^_])\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|[A-Za-z0-9+*'-]))")


def _raised(match: re.Match[str]) -> str:
    """What stands above or below the line in mathematics, as the text commands for it."""
    inside = match[2] if match[2] is not None else match[3]
    if match[1] == "^" and inside.strip() in {r"\circ", r"\degree"}:
        return "°"
    command = "textsuperscript" if match[1] == "^" else "textsubscript"
    return f"\\{command}{{{inside}}}" if inside.strip() else ""


def with_scripts(text: str) -> str:
    r"""``text`` with the commands of text for what formulas set high or low."""
    for formula in (_MATH, _ENSURED):
        text = formula.sub(lambda match: _RAISED.sub(_raised, match[0]), text)
    return text
