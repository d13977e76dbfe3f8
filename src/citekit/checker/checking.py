"""Rules applied to a project."""

from collections.abc import Iterable, Sequence

from citekit.checker.active_rule import ActiveRule
from citekit.checker.bib_checking import Found, check_bib_file
from citekit.checker.faulty_entries import without_risky_fixes
from citekit.checker.finding import Finding, Problem
from citekit.checker.project import Project
from citekit.checker.rule import DocumentCheck, PaperCheck, ProjectCheck
from citekit.text.lines import LineIndex


def check_project(project: Project, rules: Sequence[ActiveRule]) -> tuple[Finding, ...]:
    """What ``rules`` find in ``project``, in the order of its files and the places in them.

    Entries with faults of syntax get fixes from the rules of syntax alone.
    """
    found: list[Found] = []
    for file in project.bib_files:
        found += check_bib_file(file, rules)
    for active in rules:
        found += ((active, problem) for problem in _beyond_files(project, active))
    return without_risky_fixes(_placed(project, found), project.bib_files)


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


def _placed(project: Project, found: Iterable[Found]) -> tuple[Finding, ...]:
    texts = {file.path: file.text for file in project.bib_files}
    texts |= {document.path: document.text for document in project.documents}
    texts |= {paper.path: paper.text for paper in project.papers}
    order = {path: number for number, path in enumerate(texts)}
    lines: dict[str, LineIndex] = {}
    findings: list[Finding] = []
    for active, problem in found:
        index = lines.get(problem.path)
        if index is None:
            index = lines[problem.path] = LineIndex(texts.get(problem.path, ""))
        start, end = index.place(problem.span.start), index.place(problem.span.end)
        findings.append(
            Finding(
                active.rule.code,
                active.rule.name,
                active.severity,
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
