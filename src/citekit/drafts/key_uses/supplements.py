"""What stands beside a key: its locator, where the markup tells which of its words are one."""

from dataclasses import replace

from citekit.drafts.key_uses.uses import KeyUse
from citekit.drafts.locators import english_terms, split_locator


def with_supplement(use: KeyUse, supplement: str) -> KeyUse:
    """``use`` with the locator that ``supplement`` begins with, its label in English."""
    located = split_locator(supplement, english_terms())
    return replace(use, locator=located.locator, label=located.label)
