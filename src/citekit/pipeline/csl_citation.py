"""One citation in a CSL style."""

from collections.abc import Sequence

from citekit.csl.citation import Citation
from citekit.csl.item import Item
from citekit.csl.items import item_from_reference
from citekit.csl.locale import Locale
from citekit.csl.locales import locale_for
from citekit.csl.processor import Processor
from citekit.csl.styles import find_style
from citekit.drafts.affixes import restore
from citekit.drafts.draft import DraftCitation, DraftCite, Form
from citekit.drafts.markdown_citations import find_citations
from citekit.errors import ConfigError
from citekit.model.reference import Reference
from citekit.model.spans import NOWHERE, Span
from citekit.pipeline.converting import Written
from citekit.pipeline.csl_bibliography import writer_named
from citekit.pipeline.drafting.cites import asked, is_unsorted, with_missing
from citekit.pipeline.drafting.findings import missing_key
from citekit.pipeline.drafting.locator_terms import locator_terms
from citekit.pipeline.drafting.rendering import DEFAULT_STYLE
from citekit.pipeline.unknown_locale import unknown_locale


def render(
    references: Sequence[Reference], cites: str, *, style: str, markup: str, locale: str
) -> Written:
    """The citation of the works that ``cites`` names, as in the first note or sentence.

    Raises:
        StyleError: There is no such style, or it is faulty.
        ConfigError: There is no such markup, or ``cites`` names no key.
    """
    writer = writer_named(markup)
    found = find_style(style or DEFAULT_STYLE)
    items: dict[str, Item] = {}
    for reference in references:
        item = item_from_reference(reference)
        for key in (item.id, *map(str, reference.aliases)):
            items.setdefault(key, item)
    citation = _citation(cites, locale_for(found, locale))
    keys = dict.fromkeys(cite.key for cite in citation.cites)
    processor = Processor(found, [items[key] for key in keys if key in items], lang=locale)
    request = Citation(
        asked(citation, items),
        note_number=1 if found.class_ == "note" else 0,
        is_unsorted=is_unsorted(citation),
        author_in_text=citation.form is Form.AUTHOR_IN_TEXT,
    )
    printed = with_missing(processor.cite([request], writer)[0], writer)
    text = f"{printed.author} {printed.text}".strip() if printed.author else printed.text
    missing = [missing_key(key, items) for key in keys if key not in items]
    return Written(f"{restore(text, citation.kept)}\n", (*unknown_locale(found, locale), *missing))


def _citation(cites: str, locale: Locale) -> DraftCitation:
    """What ``cites`` asks for: a citation in the syntax of drafts, or keys and commas."""
    if "@" not in cites:
        keys = [key.strip() for key in cites.split(",") if key.strip()]
        if not keys:
            raise ConfigError("no key is named; give '--cite KEY,KEY'")
        return DraftCitation(NOWHERE, tuple(DraftCite(key, NOWHERE) for key in keys))
    found = find_citations(cites, Span(0, len(cites)), locator_terms(locale)).found
    citations = [one for one in found if isinstance(one, DraftCitation)]
    if len(citations) != 1:
        raise ConfigError(f"'{cites}' is not one citation; write it like '[see @key, p. 3; @key]'")
    return citations[0]
