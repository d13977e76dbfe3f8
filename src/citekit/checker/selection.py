"""Which rules speak: selectors of codes, families and names, the most specific of which wins."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process

from citekit.checker.registry import FAMILIES, RULES, find_rule, rules_by_name
from citekit.checker.rule import Rule
from citekit.errors import ConfigError

ALL = "ALL"
"""The selector of every rule."""

_LEAST_ALIKE = 60


def unknown_selectors(selectors: Iterable[str]) -> tuple[str, ...]:
    """Those of ``selectors`` that select no rule, in their order."""
    return tuple(one for one in selectors if not any(_strength(one, rule) for rule in RULES))


def check_selectors(selectors: Iterable[str], where: str) -> None:
    """Refuse selectors that select nothing; ``where`` says where they stand.

    Raises:
        ConfigError: Names the selector, and what it may have been meant to be.
    """
    for one in unknown_selectors(selectors):
        names = [*FAMILIES, *rules_by_name(), ALL]
        near = process.extractOne(one, names, score_cutoff=_LEAST_ALIKE)
        hint = f"; did you mean {near[0]!r}?" if near else "; see `citekit explain`"
        raise ConfigError(f"{where}: no rule or family is called {one!r}{hint}")


def is_selected(rule: Rule, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether ``rule`` speaks, where ``select`` and ``ignore`` are selectors.

    A selector is a code (``PAG003``), a beginning of codes (``PAG``, ``PAG0``), a readable name or
    ``ALL``. The longest that fits decides; of two that are alike, the one that ignores. Without any
    that fits the rule does not speak.
    """
    chosen = max((_strength(one, rule) for one in select), default=0)
    refused = max((_strength(one, rule) for one in ignore), default=0)
    return chosen > refused


def matches(rule_code: str, selectors: Iterable[str]) -> bool:
    """Whether one of ``selectors`` selects the rule of that code."""
    rule = find_rule(rule_code)
    return rule is not None and any(_strength(one, rule) for one in selectors)


def _strength(selector: str, rule: Rule) -> int:
    """How specific ``selector`` is for ``rule``: 0 if it does not fit, more the longer it is."""
    if selector.upper() == ALL:
        return 1
    if selector.lower() == rule.name:
        return 1 + len(rule.code)
    is_prefix = rule.code.startswith(selector.upper()) and len(selector) >= len(rule.family)
    return 1 + len(selector) if is_prefix else 0
