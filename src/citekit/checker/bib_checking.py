"""Rules applied to a ``.bib`` file: each field and entry is shown to those that look at it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.checker.active_rule import ActiveRule
from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, FieldCheck, FileCheck, Gate

Found = tuple[ActiveRule, Problem]
"""A problem, and the rule that speaks of it."""


_FEW = 6
"""Fields are few that are less than this part of all."""


class _Active(NamedTuple):
    """A check of fields, and the rule that it is of."""

    scope: FieldCheck
    rule: ActiveRule


_Gated = Sequence[tuple[Gate | None, Sequence[_Active]]]


def check_bib_file(file: BibFile, rules: Iterable[ActiveRule]) -> Iterator[Found]:
    """What those of ``rules`` find that look at fields, entries or a file, in no certain order."""
    plain: list[_Active] = []
    patterned: list[_Active] = []
    of_entries: list[tuple[EntryCheck, ActiveRule]] = []
    for active in rules:
        match active.rule.scope:
            case FileCheck(check):
                yield from ((active, problem) for problem in check(file, active.options))
            case FieldCheck() as scope:
                (patterned if scope.pattern else plain).append(_Active(scope, active))
            case EntryCheck() as scope:
                of_entries.append((scope, active))
            case _:
                pass
    yield from _in_entries(file, of_entries)
    yield from _in_fields(file, plain)
    yield from _in_matching_fields(file, patterned)


def _in_entries(file: BibFile, checks: Sequence[tuple[EntryCheck, ActiveRule]]) -> Iterator[Found]:
    for scope, active in checks:
        check, types, options = scope.check, scope.types, active.options
        for entry in file.entries:
            if not types or entry.type in types:
                for problem in check(entry, options):
                    yield active, problem


def _in_fields(file: BibFile, checks: Sequence[_Active]) -> Iterator[Found]:
    """What checks without a pattern find; a field that a gate stops is shown to none behind it."""
    names = {name for active in checks for name in active.scope.names}
    others = _gated(checks, "")
    by_name = {name: _gated(checks, name) for name in names}
    for entry in file.entries:
        for one in entry.fields:
            for gate, behind in by_name.get(one.name, others):
                if gate is None or gate(one):
                    for scope, active in behind:
                        for problem in scope.check(one, active.options):
                            yield active, problem


def _gated(checks: Sequence[_Active], name: str) -> _Gated:
    """The checks that look at fields of that name, by their gates."""
    found: dict[Gate | None, list[_Active]] = {}
    for active in checks:
        if not active.scope.names or name in active.scope.names:
            found.setdefault(active.scope.gate, []).append(active)
    return tuple(found.items())


def _in_matching_fields(file: BibFile, checks: Sequence[_Active]) -> Iterator[Found]:
    """What checks with a pattern find.

    It is searched for once in the whole file, or in each field of those that are looked at if
    they are few.
    """
    if not checks:
        return
    fields = [one for entry in file.entries for one in entry.fields]
    starts = [one.node.value_start for one in fields]
    by_name: dict[str, list[Field]] = {}
    for one in fields:
        by_name.setdefault(one.name, []).append(one)
    for scope, active in checks:
        pattern, names = scope.pattern, scope.names
        if pattern is None or not _may_occur(scope, file):
            continue
        of_names = [by_name[name] for name in names if name in by_name]
        if names and sum(map(len, of_names)) * _FEW < len(fields):
            matching = _matching(file.text, of_names, pattern)
        else:
            matching = _fields_at(file.text, fields, starts, pattern)
        for one in matching:
            if not names or one.name in names:
                for problem in scope.check(one, active.options):
                    yield active, problem


def _may_occur(scope: FieldCheck, file: BibFile) -> bool:
    return not scope.needs or any(text in file.lowered for text in scope.needs)


def _matching(
    text: str, groups: Iterable[Iterable[Field]], pattern: re.Pattern[str]
) -> Iterator[Field]:
    """The fields of ``groups`` in whose value ``pattern`` occurs."""
    search = pattern.search
    for fields in groups:
        for one in fields:
            node = one.node
            if search(text, node.value_start, node.value_end):
                yield one


def _fields_at(
    text: str, fields: Sequence[Field], starts: Sequence[int], pattern: re.Pattern[str]
) -> Iterator[Field]:
    """The fields in whose value ``pattern`` occurs, each once."""
    place = 0
    while match := pattern.search(text, place):
        index = bisect_right(starts, match.start()) - 1
        place = max(match.end(), match.start() + 1)
        if index >= 0 and match.start() < fields[index].node.value_end:
            yield fields[index]
            place = max(place, fields[index].node.value_end)
