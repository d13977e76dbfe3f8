"""Comments that ask for silence; what they find is found by the checker itself."""

from citekit.checker.rule import Rule
from citekit.checker.rules.suppressions import unknown_rule, unused

RULES: tuple[Rule, ...] = (unused.RULE, unknown_rule.RULE)
