"""All rules, by family."""

from collections.abc import Mapping
from functools import cache

from citekit.checker.rule import Rule
from citekit.checker.rules import (
    citing,
    consistency,
    dates,
    duplicates,
    encoding,
    identifiers,
    keys,
    names,
    notes,
    pages,
    required,
    suppressions,
    syntax,
    titles,
)

FAMILIES: Mapping[str, str] = {
    "SYN": "Syntax",
    "KEY": "Citation keys",
    "REQ": "Required and suitable fields",
    "NAM": "Names",
    "DAT": "Dates",
    "PAG": "Pages, volumes and numbers",
    "IDN": "Identifiers and addresses",
    "DUP": "Duplicates",
    "CIT": "Documents and bibliography",
    "CON": "Consistency between entries",
    "ENC": "Encoding and LaTeX",
    "TIT": "Titles and containers",
    "NOT": "Notes and printed bibliographies",
    "SUP": "Suppression comments",
}

RULES: tuple[Rule, ...] = (
    *syntax.RULES,
    *keys.RULES,
    *required.RULES,
    *names.RULES,
    *dates.RULES,
    *pages.RULES,
    *identifiers.RULES,
    *duplicates.RULES,
    *citing.RULES,
    *consistency.RULES,
    *encoding.RULES,
    *titles.RULES,
    *notes.RULES,
    *suppressions.RULES,
)


@cache
def rules_by_name() -> Mapping[str, Rule]:
    """Every rule by its code and by its readable name."""
    by_code = {rule.code: rule for rule in RULES}
    return by_code | {rule.name: rule for rule in RULES}


def find_rule(name: str) -> Rule | None:
    """The rule of that code (in any case) or readable name."""
    return rules_by_name().get(name.upper()) or rules_by_name().get(name.lower())
