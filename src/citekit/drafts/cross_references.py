"""Keys that stand for a figure or a section of the draft itself, not for a work."""

from collections.abc import Container

from citekit.drafts.draft import Draft, DraftCitation
from citekit.text.data import load_words


def is_cross_reference(citation: DraftCitation, draft: Draft) -> bool:
    """Whether every key of ``citation`` names a part of the draft.

    A key does if the draft has it as an identifier, ``{#fig:map}``, or if it begins as those of
    pandoc-crossref (``fig:``) and Quarto (``fig-``) do. It is for the caller to ask about keys
    that no work has.
    """
    return all(names_part(cite.key, draft.identifiers) for cite in citation.cites)


def names_part(key: str, identifiers: Container[str]) -> bool:
    """Whether ``key`` is one of ``identifiers``, or begins as that of a cross-reference does."""
    kind = key.replace("-", ":", 1).partition(":")[0]
    kinds = load_words("citekit.drafts", "cross_references", "kinds")
    return key in identifiers or (kind != key and kind.lower() in kinds)
