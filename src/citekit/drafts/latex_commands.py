"""The citation commands of LaTeX and their arguments."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from citekit.drafts.affixes import Keeper
from citekit.drafts.draft import DraftCitation, DraftCite, Form
from citekit.drafts.latex_affixes import latex_to_csl
from citekit.drafts.locators import PAGE, Located, split_locator
from citekit.model.spans import Span
from citekit.text.data import load_mapping

_BLANKS = re.compile(r"[ \t]*(?:(?:%[^\r\n]*)?(?:\r\n|\r|\n)[ \t]*)?")
_KEY = re.compile(r"[^\s,%]+|(?P<comment>%[^\r\n]*)")
_PARAMETER = re.compile(r"(?<!\\)#")
_FORMS = {"bare": Form.NORMAL, "bracketed": Form.NORMAL, "bracketed-year": Form.YEAR}
_PAGES = re.compile(r"[ivxlcdm]+(?:\s?[-–,]\s?[ivxlcdm]+)*", re.IGNORECASE)
_STRUCTURE = re.compile(r"\\.|[{}\[\]()]", re.DOTALL)
_LONGEST = 3000
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Command:
    """A citation command: what it prints, and how it takes its arguments."""

    form: Form
    is_multi: bool = False
    in_brackets: bool = False
    is_bare: bool = False
    hides_author: bool = False


@cache
def _commands() -> Mapping[str, Command]:
    found: dict[str, Command] = {}
    for key in ("forms", "multi"):
        for name, form in load_mapping("citekit.drafts", "latex", key).items():
            found[name] = Command(
                _FORMS.get(form) or Form(form),
                is_multi=key == "multi",
                in_brackets=form.startswith("bracketed"),
                is_bare=form == "bare",
            )
    return found


def command_named(name: str) -> Command | None:
    """The citation command called ``name``, without its backslash; a star may end it."""
    bare = name.removesuffix("*")
    command = _commands().get(bare)
    if command is None or bare == name:
        return command
    stars = load_mapping("citekit.drafts", "latex", "star")
    return replace(command, hides_author=bare in stars)


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands between two brackets; ``end`` is behind the closing one."""

    text: str
    start: int
    end: int


def argument_at(text: str, at: int, brackets: str) -> Argument | None:
    """The argument in ``brackets`` (``"[]"``) at ``at`` or behind blanks; braces in it balance."""
    blanks = _BLANKS.match(text, at)
    start = blanks.end() if blanks else at
    if not text.startswith(brackets[0], start):
        return None
    depth = 0
    for match in _STRUCTURE.finditer(text, start + 1, start + _LONGEST):
        sign = match[0]
        if depth == 0 and sign == brackets[1]:
            return Argument(text[start + 1 : match.start()], start + 1, match.end())
        if depth == 0 and sign == brackets[0] != "{":
            return None
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not 0 <= depth <= _DEEPEST:
            return None
    return None


def read_citation(
    text: str, start: int, at: int, command: Command, terms: Mapping[str, str]
) -> DraftCitation | None:
    """The citation of ``command``, which begins at ``start`` and whose arguments begin at ``at``.

    ``None`` where the arguments are not those of a citation, or hold a parameter (``#1``).
    Source: the manual of biblatex, "Citation Commands" and "Qualified Citation Lists".
    """
    keeper = Keeper()
    outer = _notes(text, at, "()") if command.is_multi else _Notes("", "", at)
    end = outer.end
    cites: list[DraftCite] = []
    while True:
        notes = _notes(text, end, "[]")
        keys = argument_at(text, notes.end, "{}")
        if keys is None or "#" in keys.text or _PARAMETER.search(f"{notes.before}{notes.after}"):
            break
        end = keys.end
        cites += _cites(keys, notes, command, keeper, terms)
        if not command.is_multi:
            break
    if not cites:
        return None
    if outer.before or outer.after:
        cites = _wrapped(cites, outer, keeper)
    return DraftCitation(
        Span(start, end),
        tuple(cites),
        command.form,
        keeper.kept,
        in_brackets=command.in_brackets,
        is_bare=command.is_bare,
    )


@dataclass(frozen=True, slots=True)
class _Notes:
    """The optional arguments before and after a work; a single one is that after it."""

    before: str
    after: str
    end: int


def _notes(text: str, at: int, brackets: str) -> _Notes:
    first = argument_at(text, at, brackets)
    if first is None:
        return _Notes("", "", at)
    second = argument_at(text, first.end, brackets)
    if second is None:
        return _Notes("", first.text, first.end)
    return _Notes(first.text, second.text, second.end)


def _cites(
    keys: Argument,
    notes: _Notes,
    command: Command,
    keeper: Keeper,
    terms: Mapping[str, str],
) -> list[DraftCite]:
    """The works of one argument: the first takes the note before, the last the one after."""
    matches = [match for match in _KEY.finditer(keys.text) if not match["comment"]]
    cites: list[DraftCite] = []
    for index, match in enumerate(matches):
        located = Located("", "", "")
        if index == len(matches) - 1 and notes.after.strip():
            located = _located(latex_to_csl(notes.after.strip(), keeper), terms)
        before = latex_to_csl(notes.before.strip(), keeper) if index == 0 else ""
        cites.append(
            DraftCite(
                key=match[0],
                span=Span(keys.start + match.start(), keys.start + match.end()),
                locator=located.locator,
                label=located.label,
                prefix=f"{before} " if before else "",
                suffix=located.rest,
                suppress_author=command.hides_author,
            )
        )
    return cites


def _located(note: str, terms: Mapping[str, str]) -> Located:
    """A note after a work: roman numerals alone are pages too; other text follows a comma."""
    if _PAGES.fullmatch(note):
        return Located(note, PAGE, "")
    located = split_locator(note.replace("\u00a0", " "), terms)
    if located.locator:
        return located
    return Located("", "", f", {note}")


def _wrapped(cites: list[DraftCite], outer: _Notes, keeper: Keeper) -> list[DraftCite]:
    before = latex_to_csl(outer.before.strip(), keeper)
    after = latex_to_csl(outer.after.strip(), keeper)
    wrapped = list(cites)
    if before:
        wrapped[0] = replace(wrapped[0], prefix=f"{before} {wrapped[0].prefix}")
    if after:
        wrapped[-1] = replace(wrapped[-1], suffix=f"{wrapped[-1].suffix}, {after}")
    return wrapped
