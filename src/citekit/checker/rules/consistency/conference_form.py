"""One series of conferences whose name is built in several ways.

    booktitle = {Proceedings of the 3rd Conference on Hedges (HEDGE 2003)},
    booktitle = {Conference on Hedges, 2004},

Build it in one way, with the year and the number of the conference in the same places. The usual
form is the most frequent in all files, of equals the first. The fix fills it with the numbers of
the entry; it is made only on request, and where the entry has all of them.

It is harmless where each volume is to be named as its title page has it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.fields.numbers import parse_ordinal
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words
from citekit.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACRONYM = re.compile(
    r"\(\s*[A-Z][\w-]{1,14}[\s'’]*(?:\d{2,4})?\s*\)|^[A-Z]{3,12}[\s'’]*\d{2,4}:\s*"
)
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])['’ ]?\d\d\b")
_FEWEST = 2


class _Title(NamedTuple):
    field: Field
    skeleton: str
    numbers: dict[str, str]


def _skeleton(plain: str) -> tuple[str, dict[str, str]]:
    """The title with signs for its year and number, and these."""
    numbers: dict[str, str] = {}

    def sign(match: re.Match[str]) -> str:
        word = match[0]
        if _YEAR.fullmatch(word):
            return numbers.setdefault("YEAR", word) and "\0YEAR\0"
        is_number = word[0].isdigit() or (
            word[0].isupper() and word.endswith(("th", "st", "nd", "rd"))
        )
        if is_number and not word.isdigit() and parse_ordinal(word):
            return numbers.setdefault("NUMBER", word) and "\0NUMBER\0"
        return word

    return _WORD.sub(sign, plain), numbers


def _key(plain: str, skeleton: str) -> str:
    bare = _SHORT_YEAR.sub(" ", _ACRONYM.sub(" ", plain))
    bare, _ = _skeleton(bare) if bare != plain else (skeleton, {})
    small = load_words(__package__, "variants", "conference")
    words = [word for word in fold(re.sub("\0[A-Z]+\0", " ", bare)).split() if word not in small]
    return " ".join(words) if len(words) >= _FEWEST else ""


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    titles: dict[str, list[_Title]] = {}
    for entry in project.entries:
        field = entry.get("booktitle")
        if field is not None and entry.type in {"inproceedings", "conference", "proceedings"}:
            skeleton, numbers = _skeleton(field.plain)
            key = _key(field.plain, skeleton)
            if key:
                titles.setdefault(key, []).append(_Title(field, skeleton, numbers))
    for same in titles.values():
        yield from _deviating(same)


def _deviating(titles: list[_Title]) -> Iterator[Problem]:
    counts: dict[str, int] = {}
    for title in titles:
        counts[title.skeleton] = counts.get(title.skeleton, 0) + 1
    if len(counts) < _FEWEST:
        return
    usual = max(counts, key=lambda form: counts[form])
    model = next(title for title in titles if title.skeleton == usual)
    for title in titles:
        if title.skeleton != usual:
            better = _filled(usual, title.numbers)
            yield title.field.problem(
                f"'{title.field.plain}' is not built as '{model.field.plain}'",
                hint=f"Write '{better}'." if better else "Name the conference in one way.",
                fix=_fix(title.field, better),
                related=(model.field.related("the usual form"),),
            )


def _filled(skeleton: str, numbers: dict[str, str]) -> str:
    """The form with these numbers in it; empty if they are not just those that it takes."""
    if any(f"\0{name}\0" not in skeleton for name in numbers):
        return ""
    filled = re.sub("\0([A-Z]+)\0", lambda match: numbers.get(match[1], "\0"), skeleton)
    return "" if "\0" in filled or any(sign in filled for sign in "&%#$_{}\\") else filled


def _fix(field: Field, better: str) -> Fix | None:
    if not better or field.plain != field.value:
        return None
    return field.replacement(f"Write '{better}'", better, is_safe=False)


RULE = Rule(
    "CON006",
    "conference-form",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
