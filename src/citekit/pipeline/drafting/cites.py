"""The cites of a draft as the processor is asked for them, and keys without a work."""

from collections.abc import Mapping
from dataclasses import replace

from citekit.csl.citation import Cite
from citekit.csl.item import Item
from citekit.csl.markup import Writer
from citekit.csl.processor import RenderedCitation
from citekit.drafts.abbreviations import is_abbreviation
from citekit.drafts.affixes import NOTHING
from citekit.drafts.draft import DraftCitation, Form
from citekit.drafts.notation import entry_identifier


def asked(
    citation: DraftCitation, items: Mapping[str, Item], *, has_links: bool = False
) -> tuple[Cite, ...]:
    """What a processor is asked for; ``items`` are the works by key, an alias among them.

    With ``has_links`` every cite leads to the entry of its work.
    """
    return tuple(
        Cite(
            id=items[cite.key].id if cite.key in items else cite.key,
            locator=cite.locator,
            label=cite.label,
            prefix=_unfinished(cite.prefix),
            suffix=cite.suffix,
            suppress_author=cite.suppress_author,
            author_only=citation.form is Form.AUTHOR,
            address=f"#{entry_identifier(items[cite.key].id)}"
            if has_links and cite.key in items
            else "",
        )
        for cite in citation.cites
    )


def _unfinished(prefix: str) -> str:
    """``prefix`` so that after "cf." no sentence begins."""
    return f"{prefix}{NOTHING}" if is_abbreviation(prefix) else prefix


def with_missing(printed: RenderedCitation, writer: Writer) -> RenderedCitation:
    """``printed`` with ``[?key]`` for what is missing, not escaped, so that it can be found."""
    text, author = printed.text, printed.author
    for key in printed.missing:
        shown = writer.escape(f"[?{key}]")
        text, author = text.replace(shown, f"[?{key}]"), author.replace(shown, f"[?{key}]")
    return replace(printed, text=text, author=author)


def is_unsorted(citation: DraftCitation) -> bool:
    """Whether the works stay in the order given, since words among them ("see") hang on it.

    Source: pandoc, which does not sort across such words either.
    """
    return any(cite.prefix or cite.suffix for cite in citation.cites)
