"""The directives of MyST in Markdown: fences with a name in braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.drafts.masking import masked
from citekit.model.spans import Span
from citekit.text.data import load_words

_FENCE = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?:\{(?P<name>[\w:.-]+)\})?(?P<rest>[^\r\n]*)",
    re.MULTILINE,
)
_OPTION = re.compile(r"(?:\r\n|\r|\n)[ \t>]*:[\w-]+:[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive: its ``name``, and the ``argument`` that stands at ``start`` behind it."""

    name: str
    argument: str
    start: int


@dataclass(frozen=True, slots=True)
class MystText:
    """A text whose directives with running text are fences no more; offsets are the same."""

    text: str
    directives: tuple[Directive, ...]


def open_directives(text: str) -> MystText:
    """``text`` with blanks for the fences and options of directives that hold running text.

    Source: the manual of MyST-Parser, "Roles and Directives".
    """
    if "{" not in text:
        return MystText(text, ())
    directives: list[Directive] = []
    holes = list(_holes(text, directives))
    return MystText(masked(text, holes) if holes else text, tuple(directives))


def _holes(text: str, directives: list[Directive]) -> Iterator[Span]:
    names = load_words("citekit.drafts.key_uses", "markdown", "directives")
    is_open: list[str] = []
    code = ""
    for match in _FENCE.finditer(text):
        fence, name = match["fence"], match["name"] or ""
        is_closing = not name and not match["rest"].strip()
        if code:
            code = "" if is_closing and _closes(fence, code) else code
        elif is_closing and is_open and _closes(fence, is_open[-1]):
            is_open.pop()
            yield Span(*match.span())
        elif name:
            directives.append(Directive(name, match["rest"], match.start("rest")))
            if name not in names:
                code = "" if fence.startswith(":") else fence
                continue
            is_open.append(fence)
            yield Span(match.start("fence"), match.start("rest"))
            at = match.end()
            while option := _OPTION.match(text, at):
                yield Span(*option.span())
                at = option.end()
        elif not fence.startswith(":"):
            code = fence


def _closes(fence: str, opening: str) -> bool:
    return fence[0] == opening[0] and len(fence) >= len(opening)
