r"""The keys that LaTeX cites."""

import re
from collections.abc import Mapping
from functools import cache

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.latex_keys import listed_keys, uses_of_command
from citekit.drafts.key_uses.latex_macros import citing_macros
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation
from citekit.drafts.latex_commands import argument_at
from citekit.drafts.latex_passages import MARK, HiddenPassages, document_bounds
from citekit.model.spans import Span
from citekit.text.data import load_table

_PLAIN_INPUT = re.compile(r"[ \t]+([^\s{}\\%\[\]#]+)")
_UNKNOWN = re.compile(r"[\\#]")
_ACRONYM_CITES = re.compile(
    r"\bcite\s*+=\s*+(?:\[[^\]]*+\]\s*+){0,2}(?:\{(?P<many>[^{}]*+)\}|(?P<one>[^\s{},]++))"
)


def read_latex_keys(text: str, path: str) -> CitedKeys:
    r"""What ``text`` cites, the preamble included, up to the end of the document.

    Comments, verbatim text and what ``\iffalse`` hides are passed over. A macro that hands its
    argument to a citation command is one itself; its definition is none.

    Source: the manuals of biblatex, "Citation Commands", and natbib.
    """
    del path
    return gather_latex(text).cited_keys()


def gather_latex(text: str) -> Gathering:
    """What ``text`` cites."""
    return _Scanner(text).scan()


class _Scanner:
    """Goes through the commands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._hidden = HiddenPassages(text)
        self._macros = citing_macros(text)
        self._gathering = Gathering()

    def scan(self) -> Gathering:
        _, end = document_bounds(self._text)
        at = 0
        while match := MARK.search(self._text, at, end):
            name = match["name"]
            at = self._command(name, match.start(), match.end()) if name else match.end()
        return self._gathering

    def _command(self, name: str, start: int, end: int) -> int:
        """Take in the command ``name``; the offset to go on from."""
        passed = self._hidden.end_after(name, end)
        if passed > end:
            return passed
        bare = name.removesuffix("*")
        if bare in _files():
            return self._file(_files()[bare], end)
        if name == "begin":
            return self._environment(end)
        if name == "label":
            label = argument_at(self._text, end, "{}")
            self._gathering.defined_ids.update({label.text} if label else ())
        elif name == "bibitem":
            return self._entry(start, end)
        elif name == "DeclareAcronym":
            self._acronym(end)
        uses = uses_of_command(self._text, name, start, end, self._macros)
        for use in uses:
            self._gathering.add(use)
        return max((use.group.end for use in uses), default=end)

    def _file(self, kind: str, end: int) -> int:
        option = argument_at(self._text, end, "[]")
        if kind == "optional":
            return self._bibliographies(option.text, option.start, option.end) if option else end
        at = option.end if option else end
        name = argument_at(self._text, at, "{}")
        if kind == "inclusions":
            plain = None if name else _PLAIN_INPUT.match(self._text, end)
            if plain:
                self._gathering.add_inclusion(plain[1], plain.start(1))
                return plain.end()
        if name and kind == "bibliographies" and "#" not in name.text:
            return self._bibliographies(name.text, name.start, name.end)
        if name is None or _UNKNOWN.search(name.text):
            return end
        if kind == "imports":
            file = argument_at(self._text, name.end, "{}")
            if file and not _UNKNOWN.search(file.text):
                self._gathering.add_inclusion(file.text, file.start, name.text.strip())
            return file.end if file else name.end
        self._gathering.add_inclusion(name.text, name.start)
        return name.end

    def _bibliographies(self, names: str, start: int, end: int) -> int:
        for match in re.finditer(r"[^,\s%][^,%]*|%[^\r\n]*", names):
            # A name that a macro makes is not known.
            known = match[0].replace("\\jobname", "")
            if not match[0].startswith("%") and "\\" not in known:
                self._gathering.add_bibliography(match[0], start + match.start())
        return end

    def _environment(self, end: int) -> int:
        name = argument_at(self._text, end, "{}")
        if name and name.text == "refsection":
            option = argument_at(self._text, name.end, "[]")
            if option:
                return self._bibliographies(option.text, option.start, option.end)
        return name.end if name else end

    def _entry(self, start: int, end: int) -> int:
        label = argument_at(self._text, end, "[]")
        key = argument_at(self._text, label.end if label else end, "{}")
        if key is None:
            return end
        name = key.text.strip()
        at = key.start + len(key.text) - len(key.text.lstrip())
        self._gathering.add_entry(
            name, Span(at, at + len(name)), Span(start, key.end), KeyNotation.LATEX
        )
        return key.end

    def _acronym(self, end: int) -> None:
        r"""The works of ``\DeclareAcronym{id}{…, cite = key}`` of the package acro."""
        name = argument_at(self._text, end, "{}")
        options = argument_at(self._text, name.end, "{}") if name else None
        if options is None:
            return
        for match in _ACRONYM_CITES.finditer(options.text):
            start, stop = match.span(match.lastgroup or 0)
            span = Span(options.start + start, options.start + stop)
            for use in listed_keys(options.text[start:stop], span.start, span, "DeclareAcronym"):
                self._gathering.add(use)


@cache
def _files() -> Mapping[str, str]:
    table = load_table("citekit.drafts.key_uses", "latex").get("files")
    kinds = table if isinstance(table, dict) else {}
    return {name: kind for kind, names in kinds.items() for name in str(names).split()}
