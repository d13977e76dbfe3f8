"""The keys that AsciiDoc cites, with asciidoctor-bibtex."""

import re
from collections.abc import Iterator

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.supplements import with_supplement
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation, KeyUse
from citekit.drafts.masking import masked
from citekit.model.spans import Span

_FENCE = re.compile(
    r"^(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,})[^\S\r\n]*(?:[\w,]+)?[^\S\r\n]*\r?$", re.MULTILINE
)
_HIDDEN = re.compile(r"^//(?!/)[^\r\n]*|`[^`\r\n]+`", re.MULTILINE)
_CITE = re.compile(r"(?<!\w)(?P<name>cite|citenp):\[(?P<keys>[^\[\]\r\n]*)\]")
_KEY = re.compile(r"(?P<key>[^\s,()\[\]<>]+)(?:\((?P<pages>[^()]*)\))?")
_FILES = re.compile(
    r"^(?:bibliography::(?P<macro>[^\[\r\n]*)\[|:bibtex-file:[ \t]*(?P<attribute>[^\r\n]*)"
    r"|include::(?P<include>[^\[\r\n]*)\[)",
    re.MULTILINE,
)
_TARGET = re.compile(r"\[\[([^\],\r\n]+)|\[#([^\],.%\r\n]+)")


def read_asciidoc_keys(text: str, path: str) -> CitedKeys:
    """What ``text`` cites: ``cite:[knuth(12), lamport]`` and ``citenp:[knuth]``.

    Source: the manual of asciidoctor-bibtex.
    """
    del path
    gathering = Gathering()
    shown = masked(text, _blocks(text))
    shown = masked(shown, (Span(*match.span()) for match in _HIDDEN.finditer(shown)))
    for match in _CITE.finditer(shown):
        for key in _KEY.finditer(shown, *match.span("keys")):
            use = KeyUse(
                key["key"],
                Span(*key.span("key")),
                Span(*match.span()),
                match["name"],
                notation=KeyNotation.ASCIIDOC,
            )
            gathering.add(with_supplement(use, key["pages"] or ""))
    for match in _FILES.finditer(shown):
        name = match.lastgroup or "macro"
        add = gathering.add_inclusion if name == "include" else gathering.add_bibliography
        add(match[name], match.start(name))
    gathering.defined_ids |= {match[1] or match[2] for match in _TARGET.finditer(shown)}
    return gathering.cited_keys()


def _blocks(text: str) -> Iterator[Span]:
    """The blocks of code, literal text and comments between two fences alike."""
    start, fence = -1, ""
    for match in _FENCE.finditer(text):
        if start < 0:
            start, fence = match.start(), match[1]
        elif match[1] == fence:
            yield Span(start, match.end())
            start = -1
