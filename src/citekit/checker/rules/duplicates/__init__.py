"""Works that stand twice."""

from citekit.checker.rule import Rule
from citekit.checker.rules.duplicates import (
    cited_under_two_keys,
    equal_entry,
    lesser_entry,
    near_same_work,
    preprint_beside_published,
    same_abstract,
    same_doi_twice,
    same_number_twice,
    same_work,
    same_work_by_parent,
    translated_title,
)

RULES: tuple[Rule, ...] = (
    same_doi_twice.RULE,
    same_number_twice.RULE,
    equal_entry.RULE,
    lesser_entry.RULE,
    same_work.RULE,
    near_same_work.RULE,
    same_abstract.RULE,
    preprint_beside_published.RULE,
    same_work_by_parent.RULE,
    translated_title.RULE,
    cited_under_two_keys.RULE,
)
