"""What is wrong with the comments that ask for silence."""

from collections.abc import Mapping, Sequence

from citekit.checker.active_rule import ActiveRule
from citekit.checker.finding import FileEdit, Finding, Fix, Problem
from citekit.checker.rules.suppressions import unknown_rule, unused
from citekit.checker.selection import matches, unknown_selectors
from citekit.checker.suppressing import Suppressed, UnusedSuppression
from citekit.model.edits import Edit
from citekit.text.lines import LineIndex


def suppression_findings(
    result: Suppressed, texts: Mapping[str, str], rules: Sequence[ActiveRule]
) -> tuple[Finding, ...]:
    """The findings of SUP001 and SUP002, as far as they are among ``rules``.

    A comment for rules that do not speak in this run is not judged, one for all rules only where
    it silences nothing that any rule of the run says.
    """
    active = {one.rule.code: one for one in rules}
    findings: list[Finding] = []
    for idle in result.unused:
        is_unknown = bool(idle.selector) and bool(unknown_selectors([idle.selector]))
        code = unknown_rule.RULE.code if is_unknown else unused.RULE.code
        judged = (
            not idle.selector or is_unknown or any(matches(one, (idle.selector,)) for one in active)
        )
        if code in active and judged:
            text = texts[idle.path]
            problem = _unknown(idle) if is_unknown else _unused(idle, text)
            findings.append(_placed(active[code], problem, LineIndex(text)))
    return tuple(findings)


def _unknown(idle: UnusedSuppression) -> Problem:
    return Problem(
        idle.path,
        idle.span,
        f"no rule is called '{idle.selector}'",
        "Correct it; `citekit explain` lists the codes and names of all rules.",
    )


def _unused(idle: UnusedSuppression, text: str) -> Problem:
    comment = idle.comment
    if not idle.selector or len(comment.selectors) == 1:
        message = "the comment silences nothing"
        start, end = comment.span.start, comment.span.end
        if comment.stands_alone:
            end += len(text[end:]) - len(text[end:].lstrip(" \t"))
            end += 2 if text.startswith("\r\n", end) else text[end : end + 1] in {"\r", "\n"}
            start = start - (len(text[:start]) - len(text[:start].rstrip(" \t")))
        else:
            start = start - (len(text[:start]) - len(text[:start].rstrip(" \t")))
        edit = Edit(start, end)
        hint = "Remove it."
    else:
        message = f"'{idle.selector}' silences nothing in this comment"
        others = [one for one in comment.selectors if one != idle.selector]
        first, last = comment.selector_spans[0].start, comment.selector_spans[-1].end
        edit = Edit(first, last, ", ".join(others))
        hint = f"Write '{', '.join(others)}' alone."
    fix = Fix("Remove it", (FileEdit(idle.path, edit),))
    return Problem(idle.path, idle.span, message, hint, fix)


def _placed(active: ActiveRule, problem: Problem, lines: LineIndex) -> Finding:
    start, end = lines.place(problem.span.start), lines.place(problem.span.end)
    rule = active.rule
    return Finding(
        rule.code,
        rule.name,
        active.severity,
        problem,
        start.line,
        start.column,
        end.line,
        end.column,
    )
