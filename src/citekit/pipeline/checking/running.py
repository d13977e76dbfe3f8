"""A project checked from its files to its findings, fixes made if asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.checker.active_rule import ActiveRule
from citekit.checker.baseline import Baseline, beyond
from citekit.checker.checking import check_project
from citekit.checker.finding import Finding
from citekit.checker.fingerprints import fingerprints
from citekit.checker.fixing import mend
from citekit.checker.registry import find_rule
from citekit.checker.rule import PaperCheck
from citekit.checker.selection import matches
from citekit.checker.settings import CheckSettings, active_rules, is_ignored_in
from citekit.checker.suppressing import Suppressed, suppress
from citekit.checker.suppression_findings import suppression_findings
from citekit.model.document import Document
from citekit.pipeline.checking.checked import Checked
from citekit.pipeline.checking.laid_out_findings import in_laid_out
from citekit.pipeline.checking.projects import ProjectFiles, build_project

MOST_ROUNDS = 12
"""How often a project is checked anew after fixes, each of which may make room for another."""


def check_texts(
    texts: Mapping[str, str],
    settings: CheckSettings,
    *,
    documents: Mapping[str, Document] | None = None,
    fix: bool = False,
    unsafe: bool = False,
    baseline: Baseline | None = None,
) -> Checked:
    """What the rules find in the files ``texts``, by path, after mending them if ``fix``.

    ``documents`` are those among the files whose text is laid out of another format.
    ``unsafe`` makes unsafe fixes too. Nothing is read or written.
    """
    rules = active_rules(settings)
    before = dict(texts)
    mended: list[Finding] = []
    result = _check(before, rules, settings, documents or {})
    for _ in range(MOST_ROUNDS if fix else 0):
        repaired = mend(before, result.left, unsafe=unsafe)
        if not repaired.mended:
            break
        mended += repaired.mended
        before = dict(repaired.texts)
        result = _check(before, rules, settings, documents or {})
    prints = fingerprints(result.left, before)
    if baseline is None:
        return Checked(result.left, prints, before, tuple(mended), len(result.silenced))
    news = beyond(result.left, prints, baseline)
    kept = [one for one in prints if one not in baseline.fingerprints]
    return Checked(
        news.new,
        tuple(kept),
        before,
        tuple(mended),
        len(result.silenced),
        news.known,
        news.gone,
    )


def _check(
    texts: Mapping[str, str],
    rules: Sequence[ActiveRule],
    settings: CheckSettings,
    documents: Mapping[str, Document],
) -> Suppressed:
    has_papers = any(isinstance(active.rule.scope, PaperCheck) for active in rules)
    files = ProjectFiles(texts, settings.dialect, has_papers=has_papers, documents=documents)
    findings = in_laid_out(check_project(build_project(files), rules), documents)
    result = suppress(findings, texts)
    order = {path: number for number, path in enumerate(texts)}
    left = sorted(
        (*result.left, *suppression_findings(result, texts, rules)),
        key=lambda one: (order.get(one.path, len(order)), one.problem.span, one.code),
    )
    wanted = tuple(
        _with_safety(one, settings.safety)
        for one in left
        if not is_ignored_in(one.code, one.path, settings)
    )
    return replace(result, left=wanted)


def _with_safety(finding: Finding, safety: Mapping[str, bool]) -> Finding:
    """``finding`` with a fix that is as safe as the project says."""
    fix = finding.problem.fix
    rule = find_rule(finding.code)
    if fix is None or rule is None or not safety:
        return finding
    for selector, is_safe in safety.items():
        if matches(rule.code, (selector,)):
            fix = replace(fix, is_safe=is_safe)
    return replace(finding, problem=replace(finding.problem, fix=fix))
