"""The page of all rules is what the rules say."""

from pathlib import Path

from citekit.checker.registry import RULES
from citekit.pipeline.checking.rule_pages import rules_document

_PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    """`make rules` writes it."""
    assert _PAGE.read_text("utf-8") == rules_document(RULES)
