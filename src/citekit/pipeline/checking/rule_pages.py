"""The rules explained: a line, a page, and all pages together."""

import sys
from collections.abc import Sequence

from citekit.checker.registry import FAMILIES, RULES
from citekit.checker.rule import Fixability, Rule
from citekit.checker.rule_options import OptionValue

_FIXES = {
    Fixability.NONE: "no",
    Fixability.SAFE: "safe",
    Fixability.UNSAFE: "unsafe",
}


def rule_list(rules: Sequence[Rule]) -> str:
    """A line for each rule: code, name, whether it is on and can mend, and what it finds."""
    width = max((len(rule.name) for rule in rules), default=0)
    return "".join(
        f"{rule.code}  {rule.name:<{width}}  {_marks(rule)}  {rule.summary}\n" for rule in rules
    )


def _marks(rule: Rule) -> str:
    """``+`` for a rule that is on by default, ``*`` for a safe fix, ``!`` for an unsafe one."""
    fix = {Fixability.NONE: " ", Fixability.SAFE: "*", Fixability.UNSAFE: "!"}[rule.fixability]
    return f"{'+' if rule.is_default else ' '}{fix}"


def rule_page(rule: Rule, *, level: int = 1) -> str:
    """The manual page of a rule in Markdown, its heading at ``level``."""
    facts = [
        f"Severity: {rule.severity.value}",
        f"Default: {'on' if rule.is_default else 'off'}",
        f"Fix: {_FIXES[rule.fixability]}",
    ]
    lines = [
        f"{'#' * level} {rule.code}: {rule.name}",
        "",
        " · ".join(facts),
        "",
        rule.manual.strip(),
        "",
    ]
    if rule.options:
        lines += ["Options, with their defaults:", ""]
        lines += [f"    {name} = {_written(value)}" for name, value in rule.options.items()]
        lines.append("")
    return "\n".join(lines)


def rules_document(rules: Sequence[Rule]) -> str:
    """The page of the documentation that holds all manual pages, by family."""
    defaults = sum(rule.is_default for rule in rules)
    fixes = sum(rule.fixability is not Fixability.NONE for rule in rules)
    lines = [
        "# The rules of `citekit check`",
        "",
        "Generated from the rules themselves (`make rules`); `citekit explain CODE` prints one.",
        "In the tables, + marks a rule that is on by default, * one with a safe fix, ! one with an",
        "unsafe fix.",
        "",
        f"{len(rules)} rules, {defaults} on by default, {fixes} with a fix.",
        "",
    ]
    families = {code: [rule for rule in rules if rule.family == code] for code in FAMILIES}
    for code, members in families.items():
        lines += [f"- [{code}](#{_anchor(code)}) {FAMILIES[code]}: {len(members)} rules"]
    for code, members in families.items():
        lines += ["", f"## {code}: {FAMILIES[code]}", "", "| code | name | | finds |"]
        lines.append("|---|---|---|---|")
        lines += [
            f"| {rule.code} | {rule.name} | {_marks(rule).strip()} | {_cell(rule.summary)} |"
            for rule in members
        ]
        for rule in members:
            lines += ["", rule_page(rule, level=3).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _anchor(code: str) -> str:
    """How the page is linked to inside itself, by GitHub's rule for headings."""
    heading = f"{code}: {FAMILIES[code]}".lower()
    return "".join(sign for sign in heading if sign.isalnum() or sign in " -").replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _written(value: OptionValue) -> str:
    """``value`` as TOML has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{one}"' for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


if __name__ == "__main__":
    sys.stdout.write(rules_document(RULES))
