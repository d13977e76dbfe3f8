"""From runs to text of a markup."""

from collections.abc import Sequence
from dataclasses import replace

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.markup.addresses import safe_address
from citekit.csl.markup.upright import without_resets
from citekit.csl.markup.writer import Writer
from citekit.csl.typography.runs import Mark, Run

_PLAIN_LAYOUT = BibliographyLayout()


class _Level:
    """An open mark and what has been written inside it."""

    __slots__ = ("ends_marked", "mark", "pieces")

    def __init__(self, mark: Mark | None) -> None:
        self.mark = mark
        self.pieces: list[str] = []
        self.ends_marked = False


def _wrapped(text: str, mark: Mark, writer: Writer) -> str:
    for change in reversed(mark.changes):
        if change[0] == "link":
            address = safe_address(change[1]) if writer.has_links else ""
            text = writer.link(text, address) if address and text else text
        else:
            wrap = writer.marks.get(change)
            text = wrap(text) if wrap else text
    return text


def _is_inline(level: _Level) -> bool:
    return level.mark is not None and any(name != "display" for name, _ in level.mark.changes)


def _close(levels: list[_Level], writer: Writer) -> None:
    level = levels.pop()
    text = "".join(level.pieces)
    if not text or level.mark is None:
        return
    outer = levels[-1]
    is_blocked = not writer.nests and any(map(_is_inline, levels))
    written = text if is_blocked else _wrapped(text, level.mark, writer)
    is_marked = written != text and _is_inline(level)
    if is_marked and outer.ends_marked:
        outer.pieces.append(writer.joint)
    outer.pieces.append(written)
    outer.ends_marked = is_marked or level.ends_marked


def write_runs(runs: Sequence[Run], writer: Writer) -> str:
    """``runs`` in the markup of ``writer``; marks shared by neighbours stay open between them."""
    levels = [_Level(None)]
    for run in without_resets(runs, writer.marks):
        if not run.text:
            continue
        kept = 1
        for mark in run.marks:
            if kept == len(levels) or levels[kept].mark is not mark:
                break
            kept += 1
        while len(levels) > kept:
            _close(levels, writer)
        levels.extend(map(_Level, run.marks[kept - 1 :]))
        levels[-1].pieces.append(run.text if run.is_literal else writer.escape(run.text))
        levels[-1].ends_marked = False
    while len(levels) > 1:
        _close(levels, writer)
    return writer.finish("".join(levels[0].pieces))


def write_bibliography(
    entries: Sequence[str], writer: Writer, layout: BibliographyLayout = _PLAIN_LAYOUT
) -> str:
    """The whole bibliography of ``entries``, each as :func:`write_runs` gave it."""
    return writer.bibliography(entries, layout)


def with_links(writer: Writer) -> Writer:
    """``writer`` with links switched on."""
    return replace(writer, has_links=True)
