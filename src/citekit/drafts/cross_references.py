"""Keys that stand for a figure or a section of the draft itself, not for a work."""

from citekit.drafts.draft import Draft, DraftCitation
from citekit.text.data import load_words


def is_cross_reference(citation: DraftCitation, draft: Draft) -> bool:
    """Whether every key of ``citation`` names a part of the draft.

    A key does if the draft has it as an identifier, ``{#fig:map}``, or if it begins as those of
    pandoc-crossref (``fig:``) and Quarto (``fig-``) do. It is for the caller to ask about keys
    that no work has.
    """
    return all(_names_part(cite.key, draft) for cite in citation.cites)


def _names_part(key: str, draft: Draft) -> bool:
    kind = key.replace("-", ":", 1).partition(":")[0]
    kinds = load_words("citekit.drafts", "cross_references", "kinds")
    return key in draft.identifiers or (kind != key and kind.lower() in kinds)
