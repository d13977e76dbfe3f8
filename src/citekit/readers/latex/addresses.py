r"""Addresses in LaTeX: ``\url``, ``\href``, ``\doi``.

Source: the manuals of url, hyperref and doi.
"""

import re

from citekit.model.spans import Markup, Span
from citekit.readers.declared import Declares
from citekit.readers.latex.command import Command
from citekit.readers.latex.story import LatexStory
from citekit.readers.latex.syntax import Argument

_WRITTEN = re.compile(r"[^\\\r\n]+|\\(?P<escaped>[^A-Za-z\r\n])")


def take_address(story: LatexStory, command: Command) -> int:
    r"""Read an address as it stands; that of a document itself (``\doi``) is none of the text."""
    group = story.address_at(command.start) or story.arguments.group(
        story.arguments.skip(command.end, "[")
    )
    if group is None:
        return command.end
    target = plain_address(story.text[group.start : group.end])
    if command.name == "href":
        shown = story.arguments.group(group.after)
        if shown is None:
            return group.after
        frame = story.open_braces(shown.end)
        story.begin_markup(frame, Markup.LINK, target)
        return shown.start
    is_front = story.in_preamble or not story.body.blocks
    if command.name == "doi" and is_front and story.sink.is_body:
        story.declare(Declares.DOI, target, Span(group.start, group.end))
        return group.after
    if not story.is_silent:
        _print(story, command, group, target)
    return group.after


def _print(story: LatexStory, command: Command, group: Argument, target: str) -> None:
    since = story.paragraph.length
    if command.name == "doi" and not target.startswith("http"):
        story.put("doi:", command.start, group.start)
        since = story.paragraph.length
    for match in _WRITTEN.finditer(story.text, group.start, group.end):
        story.add(match.start() + (match["escaped"] is not None), match.end())
    story.paragraph.reach(group.after)
    if command.name != "path":
        address = (
            f"https://doi.org/{target}" if command.name == "doi" and "://" not in target else target
        )
        story.paragraph.mark(since, Markup.LINK, address)


def plain_address(written: str) -> str:
    r"""An address as it leads somewhere, without the backslashes of ``\%`` and ``\_``."""
    return re.sub(r"\\([^A-Za-z])|\s+", lambda match: match[1] or "", written).strip()
