"""An alias (`ids`) that is the key of an entry, or stands twice.

Biber leaves such an alias out: who cites it gets the entry whose key it is, or one of two.

    @book{alder2001, ids = {alder, birke2002}}
    @book{birke2002, title = {On Signs}}

Remove the alias; the fix does where it is the entry's own key or stands twice in one list, in which
case nothing can miss it.

It is never useful.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ALIAS = re.compile(r"[^\s,](?:[^,]*[^\s,])?")


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    lists = [(entry, ids) for entry in file.entries if (ids := entry.get("ids"))]
    if not lists:
        return
    keys = {entry.key: entry for entry in reversed(file.entries)}
    firsts: dict[str, Field] = {}
    for entry, ids in lists:
        before: set[str] = set()
        for match in _ALIAS.finditer(ids.value):
            alias = match[0]
            first = firsts.setdefault(alias, ids) if alias not in keys else ids
            is_again = first is ids and alias in before
            before.add(alias)
            what = _what(entry, alias, keys.get(alias), first, is_again=is_again)
            if what:
                is_idle = alias == entry.key or is_again
                yield ids.problem(
                    f"has '{alias}', {what}",
                    start=match.start(),
                    end=match.end(),
                    hint=f"Remove '{alias}'.",
                    fix=_removal(ids, match) if is_idle and ids.is_literal else None,
                )


def _what(entry: Entry, alias: str, other: Entry | None, first: Field, *, is_again: bool) -> str:
    if alias == entry.key:
        return "which is the key of the entry itself"
    if other:
        return "which is the key of another entry"
    if is_again:
        return "which stands there already"
    return f"which is an alias of '{first.entry.key}', too" if first.entry is not entry else ""


def _removal(ids: Field, match: re.Match[str]) -> Fix:
    """The fix that takes the alias out with one comma beside it, or the field if it is alone."""
    value = ids.value
    before = value[: match.start()].rstrip()
    after = value[match.end() :].lstrip()
    if not before and not after:
        return ids.removal()
    if before.endswith(","):
        start, end = len(before) - 1, match.end()
    else:
        start, end = match.start(), len(value) - len(after.removeprefix(",").lstrip())
    return Fix(f"Remove '{match[0]}'", (ids.edit(start, end),))


RULE = Rule(
    "KEY008",
    "useless-alias",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
