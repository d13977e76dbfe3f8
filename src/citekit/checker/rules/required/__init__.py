"""Fields that a type needs, and those that do not suit it."""

from citekit.checker.rule import Rule
from citekit.checker.rules.required import (
    alias,
    bare_entry,
    container_of_other_type,
    data_type,
    dependent_field,
    empty_field,
    exclusive_fields,
    missing_biblatex,
    missing_bibtex,
    parent_without_booktitle,
    placeholder_value,
    private_field,
    recommended_field,
    unsuited_field,
    wrong_type,
)

RULES: tuple[Rule, ...] = (
    missing_bibtex.RULE,
    missing_biblatex.RULE,
    exclusive_fields.RULE,
    dependent_field.RULE,
    data_type.RULE,
    unsuited_field.RULE,
    container_of_other_type.RULE,
    wrong_type.RULE,
    empty_field.RULE,
    placeholder_value.RULE,
    recommended_field.RULE,
    private_field.RULE,
    bare_entry.RULE,
    alias.RULE,
    parent_without_booktitle.RULE,
)
