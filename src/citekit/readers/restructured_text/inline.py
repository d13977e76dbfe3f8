"""reStructuredText within a paragraph: markup, links, marks of notes, citations.

Source: reStructuredText Markup Specification, "Inline Markup", with its rules of recognition.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citekit.model.live_citation import LiveCite
from citekit.model.spans import Markup, Span
from citekit.readers.restructured_text.citations import CITE_ROLE, role_cites
from citekit.readers.restructured_text.definitions import RstDefinitions, folded
from citekit.readers.restructured_text.notes import RstMark
from citekit.readers.source_paragraph import SourceParagraph
from citekit.text.data import load_words

_SPECIAL = re.compile(
    r"""
      (?P<escape>\\(?:\r\n|\s|(?=.)|\Z))
    | (?P<url>(?<![\w/])https?://[^\s<>"`\\|]{1,2000})
    | (?P<literal>``) | (?P<strong>\*\*) | (?P<emphasis>\*)
    | (?P<role>:(?P<name>[A-Za-z][\w.+:-]{0,60}):`)
    | (?P<target>_`) | (?P<phrase>`)
    | (?P<mark>\[(?P<label>\d{1,6}|\#[\w.:+-]{0,100}|\*|[\w.:+-]{1,100})\]_(?!\w))
    | (?P<substitution>\|(?=\S)(?P<of>[^|\r\n]{1,100})(?<=\S)\|_{0,2})
    | (?P<reference>(?<=\w)__?(?![\w_]))
    """,
    re.VERBOSE | re.DOTALL,
)
_AFTER = r"(?![\w*`(\[{<|])"
_ENDS = {
    "literal": re.compile(rf"(?<=\S)``{_AFTER}"),
    "strong": re.compile(rf"(?<![\s\\])\*\*{_AFTER}"),
    "emphasis": re.compile(rf"(?<![\s\\])\*{_AFTER}"),
    "phrase": re.compile(
        rf"(?<![\s\\])`(?::(?P<role>[A-Za-z][\w.+:-]{{0,60}}):|__?(?!\w))?{_AFTER}"
    ),
}
_NO_OPENING = frozenset(")]}>.,;!?*`|_\\")
_QUOTES = {'"': '"', "'": "'", "(": ")", "[": "]", "{": "}", "<": ">", "“": "”", "‘": "’", "«": "»"}
_ESCAPE = re.compile(r"\\(?:\r\n|\s|(?=.)|\Z)", re.DOTALL)
_NAME_PARTS = frozenset(".+:-_")
_LONGEST_NAME = 100
_MARKUPS = {
    "italic": Markup.ITALIC,
    "bold": Markup.BOLD,
    "superscript": Markup.SUPERSCRIPT,
    "subscript": Markup.SUBSCRIPT,
}


@dataclass(slots=True)
class RstInline:
    """What paragraphs are read with: the ``definitions`` of the document; ``marks`` grow."""

    definitions: RstDefinitions
    marks: list[RstMark] = field(default_factory=list)


def scan_rst(paragraph: SourceParagraph, start: int, end: int, inline: RstInline) -> None:
    """Add what stands from ``start`` to ``end`` to ``paragraph``, without its markup.

    Markup without an end is text. Takes linear time: an end that is not found once is looked for
    no more.
    """
    _Scanner(paragraph, end, inline).scan(start)


class _Scanner:
    def __init__(self, paragraph: SourceParagraph, end: int, inline: RstInline) -> None:
        self._paragraph = paragraph
        self._text = paragraph.source
        self._end = end
        self._inline = inline
        self._endless: set[str] = set()
        self._start = 0

    def scan(self, start: int) -> None:
        """Read it all."""
        self._start = position = start
        while match := _SPECIAL.search(self._text, position, self._end):
            self._paragraph.add(position, match.start())
            position = self._take(match)
        self._paragraph.add(position, self._end)

    def _take(self, match: re.Match[str]) -> int:
        """Read what ``match`` begins; the offset to go on from."""
        end = _HANDLERS[match.lastgroup or ""](self, match)
        if end is None:
            # What only seems to begin markup may have other markup in it.
            end = match.end() if match.lastgroup in {"strong", "literal"} else match.start() + 1
            self._paragraph.add(match.start(), end)
            return end
        self._paragraph.reach(end)
        return end

    def _opens(self, start: int, end: int) -> bool:
        """Whether what stands from ``start`` to ``end`` may open markup by what is around it."""
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        if after.isspace() or before.isalnum() or _QUOTES.get(before) == after:
            return False
        # After an escaped blank markup may open, after an escaped sign not.
        return before not in _NO_OPENING

    def _find_end(self, kind: str, start: int) -> re.Match[str] | None:
        """The end of markup whose text begins at ``start``."""
        if kind in self._endless:
            return None
        match = _ENDS[kind].search(self._text, start + 1, self._end)
        if match is None:
            self._endless.add(kind)
        return match

    def _add_plain(self, start: int, end: int) -> None:
        """Add text in which only escapes have a meaning."""
        position = start
        for match in _ESCAPE.finditer(self._text, start, end):
            self._paragraph.add(position, match.start())
            position = match.end()
        self._paragraph.add(position, end)

    def take_escape(self, match: re.Match[str]) -> int:
        """A backslash: what follows is text, white space nothing."""
        end = match.end()
        if len(match[0]) == 1 and end < self._end:
            self._paragraph.add(end, end + 1)
            return end + 1
        return end

    def take_url(self, match: re.Match[str]) -> int:
        """An address, in which signs are no markup."""
        self._paragraph.add(*match.span())
        return match.end()

    def take_simple(self, match: re.Match[str]) -> int | None:
        """Emphasis, or literal text."""
        kind = match.lastgroup or ""
        if not self._opens(*match.span()):
            return None
        found = self._find_end(kind, match.end())
        if found is None:
            return None
        since = self._paragraph.length
        if kind == "literal":
            self._paragraph.add(match.end(), found.start())
            return found.end()
        self._add_plain(match.end(), found.start())
        self._paragraph.mark(since, Markup.BOLD if kind == "strong" else Markup.ITALIC)
        return found.end()

    def take_target(self, match: re.Match[str]) -> int | None:
        """A target within a paragraph is text."""
        return self._phrase(match.start(), match.end(), "")

    def take_phrase(self, match: re.Match[str]) -> int | None:
        """Interpreted text, or a link."""
        return self._phrase(match.start(), match.end(), None)

    def take_role(self, match: re.Match[str]) -> int | None:
        """Interpreted text with its role before it."""
        return self._phrase(match.start(), match.end(), match["name"])

    def _phrase(self, start: int, inside: int, role: str | None) -> int | None:
        if not self._opens(start, inside):
            return None
        found = self._find_end("phrase", inside)
        if found is None:
            return None
        content = Span(inside, found.start())
        if found[0].endswith("_"):
            self._link(content)
        elif role is None and found["role"] is None:
            self._role("title", content)
        else:
            name = role or found["role"] or ""
            cites = self._cites(name, content)
            if cites:
                self._paragraph.cite(start, found.end(), cites)
            else:
                self._role(name, content)
        return found.end()

    def _cites(self, role: str, content: Span) -> tuple[LiveCite, ...]:
        if not CITE_ROLE.match(role):
            return ()
        return role_cites(self._text[content.start : content.end])

    def _role(self, role: str, content: Span) -> None:
        name = role.rpartition(":")[2]
        since = self._paragraph.length
        if name in _words("verbatim"):
            self._paragraph.add(content.start, content.end)
            return
        shown, _ = self._parted(content)
        self._add_plain(shown.start, shown.end)
        for kind, markup in _MARKUPS.items():
            if name in _words(kind):
                self._paragraph.mark(since, markup)

    def _parted(self, content: Span) -> tuple[Span, Span | None]:
        """What of interpreted text is shown, and the target that stands in brackets at its end."""
        opening = self._text.rfind("<", content.start, content.end)
        if opening < 0 or self._text[content.end - 1] != ">":
            return content, None
        target = Span(opening + 1, content.end - 1)
        shown = self._text[content.start : opening].rstrip()
        return (Span(content.start, content.start + len(shown)) if shown else target), target

    def _link(self, content: Span) -> None:
        since = self._paragraph.length
        targets = self._inline.definitions.targets
        shown, given = self._parted(content)
        self._add_plain(shown.start, shown.end)
        if given is None:
            target = targets.get(folded(self._text[content.start : content.end]), "")
        else:
            target = "".join(self._text[given.start : given.end].replace("\\", "").split())
            if target.endswith("_"):
                target = targets.get(folded(target[:-1]), "")
        if "://" in target or target.startswith("mailto:"):
            self._paragraph.mark(since, Markup.LINK, target)

    def take_mark(self, match: re.Match[str]) -> int | None:
        """The mark of a note, which goes, or a citation of a work by its label, which stays."""
        label = match["label"]
        labels = self._inline.definitions.labels
        if label.isdecimal() or label[0] in "#*":
            if label not in labels:
                return None
            self._inline.marks.append(RstMark(label, Span(*match.span())))
            return match.end()
        self._paragraph.cite(*match.span(), (LiveCite("", key=label),))
        return match.end()

    def take_substitution(self, match: re.Match[str]) -> int | None:
        """A name that stands for a text of the document."""
        shown = self._inline.definitions.replacements.get(folded(match["of"]))
        if shown is None or not self._opens(match.start(), match.start() + 1):
            return None
        self._paragraph.supply(shown or " ")
        return match.end()

    def take_reference(self, match: re.Match[str]) -> int | None:
        """The sign that makes the word before it a link, where there is a target."""
        start = match.start()
        limit = max(self._start, start - _LONGEST_NAME)
        while start > limit and (
            self._text[start - 1].isalnum() or self._text[start - 1] in _NAME_PARTS
        ):
            start -= 1
        target = self._inline.definitions.targets.get(folded(self._text[start : match.start()]))
        if target is None:
            return None
        if "://" in target:
            length = match.start() - start
            self._paragraph.mark(max(0, self._paragraph.length - length), Markup.LINK, target)
        return match.end()


def _words(key: str) -> frozenset[str]:
    return load_words("citekit.readers.restructured_text", "roles", key)


_HANDLERS: Mapping[str, Callable[[_Scanner, re.Match[str]], int | None]] = {
    "escape": _Scanner.take_escape,
    "url": _Scanner.take_url,
    **dict.fromkeys(("literal", "strong", "emphasis"), _Scanner.take_simple),
    "role": _Scanner.take_role,
    "target": _Scanner.take_target,
    "phrase": _Scanner.take_phrase,
    "mark": _Scanner.take_mark,
    "substitution": _Scanner.take_substitution,
    "reference": _Scanner.take_reference,
}
