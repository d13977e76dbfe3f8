"""Findings on a paper held against those that a reader made by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citekit.checker.active_rule import ActiveRule
from citekit.checker.checking import check_project
from citekit.checker.finding import Finding
from citekit.checker.registry import RULES
from citekit.checker.rule_options import RuleOptions
from citekit.pipeline.checking.projects import ProjectFiles, build_project

SCOPE = "within-paper"
# What the reader called by another name than our rule of the same matter.
OTHER_NAMES: Mapping[str, frozenset[str]] = {
    "name-form-mismatch": frozenset({"editor-form-mismatch"}),
    "name-order-mixed": frozenset({"name-order-mismatch"}),
    "anonymous-author": frozenset({"anonymous-with-known-body", "anonymous-filing"}),
    "author-delimiter-missing": frozenset({"author-delimiter-missing", "punctuation-mismatch"}),
    "access-delimiter-mismatch": frozenset({"access-delimiter-missing"}),
    "imprint-ambiguous": frozenset({"imprint-ambiguous", "publisher-place-missing"}),
    "publisher-place-missing": frozenset({"imprint-ambiguous", "publisher-place-missing"}),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the reader, with the stretches of the paper that it speaks of."""

    id: str
    rule: str
    severity: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the known findings of each severity were made, and what else was found."""

    found: Mapping[str, int]
    known: Mapping[str, int]
    findings: tuple[Finding, ...]
    others: tuple[Finding, ...]
    missed: tuple[Known, ...]


def check_paper(name: str, text: str, *, default: bool = False) -> tuple[Finding, ...]:
    """What all rules (or those on by default) find in one paper without any ``.bib`` file."""
    rules = [
        ActiveRule(rule, rule.severity, RuleOptions(dict(rule.options)))
        for rule in RULES
        if rule.is_default or not default
    ]
    return check_project(build_project(ProjectFiles({name: text})), rules)


def score(findings: Sequence[Finding], known: Sequence[Known], text: str) -> Score:
    """``findings`` against ``known``: the same matter in the same line."""
    lines = _Lines(text)
    made: set[str] = set()
    others: list[Finding] = []
    for finding in findings:
        names = OTHER_NAMES.get(finding.name, frozenset({finding.name}))
        hits = [
            one.id
            for one in known
            if one.rule in names
            and any(lines.of(start) <= finding.line <= lines.of(end) for start, end in one.spans)
        ]
        made.update(hits)
        if not hits:
            others.append(finding)
    severities = sorted({one.severity for one in known})
    return Score(
        {s: sum(one.severity == s and one.id in made for one in known) for s in severities},
        {s: sum(one.severity == s for one in known) for s in severities},
        tuple(findings),
        tuple(others),
        tuple(one for one in known if one.id not in made),
    )


class _Lines:
    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, offset: int) -> int:
        return self._text.count("\n", 0, offset) + 1
