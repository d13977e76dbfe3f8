r"""The citations of LaTeX: keys, with what is written before and after them.

Source: the manual of biblatex, "Citation Commands" and "Qualified Citation Lists"; natbib's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from citekit.model.live_citation import LiveCite
from citekit.readers.key_cites import key_cite
from citekit.readers.latex.symbols import plain_text
from citekit.readers.latex.syntax import Argument, Arguments

_CITES = re.compile(
    r"(?!nocite|(?:re)?set|def|new|renew|bib|citation|cite(?:text|style|reset|index|enum))"
    r"(?:[A-Za-z]{0,20}?[Cc]ite[A-Za-z]{0,12}?|bibentry)s?\*?"
)
_NOTES = re.compile(r"[Ff]oot[a-z]{0,8}cite[a-z]{0,8}\*?|footfullcites?")
_AUTOMATIC = re.compile(r"[Aa]utocites?\*?")
_SMART = re.compile(r"[Ss]martcites?\*?")
_IN_NOTES = re.compile(
    r"\\usepackage\s*\[[^\]]{0,2000}?(?:autocite\s*=\s*\{?(?:superfoot|footnote)"
    r"|(?<![\w-])(?:style|citestyle)\s*=\s*\{?(?:ext-)?(?:verbose|authortitle|footnote)"
    r"|(?<![\w-])notes(?![\w-]))[^\]]{0,2000}\]\s*\{biblatex(?:-chicago)?\}"
)
_KEY = re.compile(r"[^\s,%{}]+|(?P<comment>%[^\r\n]*)")
_MOST_WORKS = 500


@dataclass(frozen=True, slots=True)
class FoundCites:
    """The cites of a command whose arguments end at ``end``, none where they are not those."""

    cites: tuple[LiveCite, ...]
    end: int


def cites_in_notes(text: str) -> bool:
    r"""Whether ``\autocite`` makes footnotes, as the options of biblatex say."""
    return _IN_NOTES.search(text) is not None


def is_citation(name: str) -> bool:
    """Whether the command ``name`` cites."""
    return _CITES.fullmatch(name) is not None


def makes_note(name: str, *, automatic: bool) -> bool:
    """Whether a command that cites makes a footnote of it, where it stands in the text."""
    return bool(
        _NOTES.fullmatch(name)
        or _SMART.fullmatch(name)
        or (automatic and _AUTOMATIC.fullmatch(name))
    )


def read_cites(
    arguments: Arguments, name: str, at: int, printed: Mapping[str, str]
) -> FoundCites | None:
    """What the command ``name`` cites, whose arguments begin at ``at``.

    ``None`` where these are not those of a citation, or are the parameters of a definition.
    """
    many = name.removesuffix("*").endswith("s")
    outer = _notes(arguments, at, "()") if many else _Notes(None, None, at)
    cites: list[LiveCite] = []
    end = outer.end
    while len(cites) < _MOST_WORKS:
        notes = _notes(arguments, end, "[]")
        keys = arguments.group(notes.end)
        if keys is None or "#" in arguments.text[keys.start : keys.end]:
            break
        end = keys.after
        cites += _cites(arguments.text, keys, notes, printed)
        if not many:
            break
    if not cites:
        return None
    return FoundCites(tuple(_wrapped(cites, arguments.text, outer, printed)), end)


@dataclass(frozen=True, slots=True)
class _Notes:
    """The optional arguments before and after a work; a single one is that after it."""

    before: Argument | None
    after: Argument | None
    end: int


def _notes(arguments: Arguments, at: int, brackets: str) -> _Notes:
    first = arguments.option(at, brackets)
    if first is None:
        return _Notes(None, None, at)
    second = arguments.option(first.after, brackets)
    if second is None:
        return _Notes(None, first, first.after)
    return _Notes(first, second, second.after)


def _plain(text: str, argument: Argument | None, printed: Mapping[str, str]) -> str:
    return plain_text(text[argument.start : argument.end], printed) if argument else ""


def _cites(
    text: str, keys: Argument, notes: _Notes, printed: Mapping[str, str]
) -> Iterator[LiveCite]:
    """The works of one argument: the first takes the note before, the last the one after."""
    found = [m[0] for m in _KEY.finditer(text, keys.start, keys.end) if not m["comment"]]
    for index, key in enumerate(found):
        before = _plain(text, notes.before, printed) if index == 0 else ""
        after = _plain(text, notes.after, printed) if index == len(found) - 1 else ""
        yield key_cite(key, before, after)


def _wrapped(
    cites: list[LiveCite], text: str, outer: _Notes, printed: Mapping[str, str]
) -> Iterator[LiveCite]:
    before, after = _plain(text, outer.before, printed), _plain(text, outer.after, printed)
    last = len(cites) - 1
    for index, cite in enumerate(cites):
        prefix = f"{before} {cite.prefix}".strip() if index == 0 else cite.prefix
        suffix = f"{cite.suffix} {after}".strip() if index == last else cite.suffix
        yield replace(cite, prefix=prefix, suffix=suffix)
