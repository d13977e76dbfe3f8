"""Citation keys: whether each work can be cited by one, and which."""

from citekit.checker.rule import Rule
from citekit.checker.rules.keys import (
    contradictory_key,
    duplicate_key,
    foreign_letters,
    illegal_key,
    key_differs_in_case,
    key_in_two_files,
    missing_key,
    pattern_deviation,
    placeholder_key,
    unreadable_key,
    useless_alias,
)

RULES: tuple[Rule, ...] = (
    missing_key.RULE,
    duplicate_key.RULE,
    key_in_two_files.RULE,
    key_differs_in_case.RULE,
    illegal_key.RULE,
    pattern_deviation.RULE,
    contradictory_key.RULE,
    useless_alias.RULE,
    foreign_letters.RULE,
    unreadable_key.RULE,
    placeholder_key.RULE,
)
