"""Rules applied to a project."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.faulty_entries import without_risky_fixes
from citekit.checker.finding import Finding, Problem
from citekit.checker.project import Project
from citekit.checker.rule import (
    DocumentCheck,
    EntryCheck,
    FieldCheck,
    FileCheck,
    PaperCheck,
    ProjectCheck,
    Rule,
)
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.lines import LineIndex


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that is to speak, as loudly and with the options that the project wants."""

    rule: Rule
    severity: Severity
    options: RuleOptions = field(default_factory=RuleOptions)


@dataclass(frozen=True, slots=True)
class _Found:
    rule: ActiveRule
    problem: Problem


def check_project(project: Project, rules: Sequence[ActiveRule]) -> tuple[Finding, ...]:
    """What ``rules`` find in ``project``, in the order of its files and the places in them.

    Entries with faults of syntax get fixes from the rules of syntax alone.
    """
    found: list[_Found] = []
    for file in project.bib_files:
        found += _in_bib_file(file, rules)
    for active in rules:
        found += (_Found(active, problem) for problem in _beyond_files(project, active))
    return without_risky_fixes(_placed(project, found), project.bib_files)


def _in_bib_file(file: BibFile, rules: Sequence[ActiveRule]) -> Iterator[_Found]:
    by_field: dict[str, list[tuple[FieldCheck, ActiveRule]]] = {}
    by_type: dict[str, list[tuple[EntryCheck, ActiveRule]]] = {}
    patterned: list[tuple[FieldCheck, ActiveRule]] = []
    for active in rules:
        match active.rule.scope:
            case FileCheck(check):
                yield from (_Found(active, problem) for problem in check(file, active.options))
            case FieldCheck(pattern=re.Pattern()) as scope:
                patterned.append((scope, active))
            case FieldCheck() as scope:
                for name in scope.names or {""}:
                    by_field.setdefault(name, []).append((scope, active))
            case EntryCheck() as scope:
                for name in scope.types or {""}:
                    by_type.setdefault(name, []).append((scope, active))
            case _:
                pass
    yield from _in_entries(file, by_field, by_type)
    yield from _in_matching_fields(file, patterned)


def _in_entries(
    file: BibFile,
    by_field: Mapping[str, Sequence[tuple[FieldCheck, ActiveRule]]],
    by_type: Mapping[str, Sequence[tuple[EntryCheck, ActiveRule]]],
) -> Iterator[_Found]:
    every_field, every_type = by_field.get("", ()), by_type.get("", ())
    for entry in file.entries:
        for checks in (every_type, by_type.get(entry.type, ())):
            for entry_scope, active in checks:
                for problem in entry_scope.check(entry, active.options):
                    yield _Found(active, problem)
        for one in entry.fields:
            for field_checks in (every_field, by_field.get(one.name, ())):
                for field_scope, active in field_checks:
                    for problem in field_scope.check(one, active.options):
                        yield _Found(active, problem)


def _in_matching_fields(
    file: BibFile, patterned: Sequence[tuple[FieldCheck, ActiveRule]]
) -> Iterator[_Found]:
    """What checks with a pattern find: each pattern is searched for once, in the whole file."""
    if not patterned:
        return
    fields = [one for entry in file.entries for one in entry.fields]
    starts = [one.node.value_start for one in fields]
    for scope, active in patterned:
        if scope.pattern is None:
            continue
        for one in _fields_at(file.text, fields, starts, scope.pattern):
            if not scope.names or one.name in scope.names:
                for problem in scope.check(one, active.options):
                    yield _Found(active, problem)


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


def _beyond_files(project: Project, active: ActiveRule) -> Iterable[Problem]:
    """What a rule finds that looks at more, or at something else, than ``.bib`` files."""
    match active.rule.scope:
        case DocumentCheck(check):
            for document in project.documents:
                yield from check(document, active.options)
        case PaperCheck(check):
            for paper in project.papers:
                yield from check(paper, active.options)
        case ProjectCheck(check):
            yield from check(project, active.options)
        case _:
            return


def _placed(project: Project, found: Iterable[_Found]) -> tuple[Finding, ...]:
    texts = {file.path: file.text for file in project.bib_files}
    texts |= {document.path: document.text for document in project.documents}
    texts |= {paper.path: paper.text for paper in project.papers}
    order = {path: number for number, path in enumerate(texts)}
    lines: dict[str, LineIndex] = {}
    findings: list[Finding] = []
    for one in found:
        problem = one.problem
        index = lines.get(problem.path)
        if index is None:
            index = lines[problem.path] = LineIndex(texts.get(problem.path, ""))
        start, end = index.place(problem.span.start), index.place(problem.span.end)
        findings.append(
            Finding(
                one.rule.rule.code,
                one.rule.rule.name,
                one.rule.severity,
                problem,
                start.line,
                start.column,
                end.line,
                end.column,
            )
        )
    return tuple(
        sorted(
            findings,
            key=lambda one: (
                order.get(one.path, len(order)),
                one.problem.span,
                one.code,
                one.message,
            ),
        )
    )
