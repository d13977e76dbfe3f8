"""The lists of works of a draft as rendered."""

from collections.abc import Iterable
from dataclasses import dataclass

from citekit.csl.markup import Writer, write_bibliography
from citekit.csl.processor import Processor
from citekit.drafts.draft import Draft
from citekit.drafts.notation import Notation
from citekit.drafts.splicing import Splice
from citekit.pipeline.drafting.citations import PlacedPieces
from citekit.pipeline.drafting.lists import WorkList


@dataclass(frozen=True, slots=True)
class ListSettings:
    """What lists are rendered with; ``has_links`` makes each entry one that links reach."""

    writer: Writer
    notation: Notation
    has_links: bool


def place_lists(
    draft: Draft, lists: Iterable[WorkList], processor: Processor, settings: ListSettings
) -> PlacedPieces:
    """What puts each list into its place; an empty list leaves its place as it is."""
    splices: list[Splice] = []
    paragraphs: list[str] = []
    for one in lists:
        place = one.place
        text = _rendered(one.keys, processor, settings)
        if text and place.title:
            text = f"{settings.notation.heading(place.title, place.level)}\n\n{text}"
        if text and place.span.start == len(draft.text):
            paragraphs.append(text)
        elif text:
            lines = "\n".join((place.lead + line).rstrip() for line in text.split("\n"))
            splices.append(Splice(place.span, f"{place.before}{lines}{place.after}"))
    return PlacedPieces(tuple(splices), tuple(paragraphs))


def _rendered(keys: Iterable[str], processor: Processor, settings: ListSettings) -> str:
    made = processor.bibliography(settings.writer, keys)
    texts = [
        settings.notation.anchored(entry.id, entry.text) if settings.has_links else entry.text
        for entry in made.entries
    ]
    return write_bibliography(texts, settings.writer, made.options).strip("\n") if texts else ""
