"""The documents that a series of editing steps leaves, and which citations a step rendered anew.

The harness drives a processor that keeps a document and renders after each step what the step
touched; ours renders whole documents. What would have been touched is told from the documents
before and after the last step.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """The citations of a document in order; ``edited`` is the one that the step brought."""

    citations: tuple[Mapping[str, Any], ...]
    edited: str = ""

    def cited_ids(self) -> list[str]:
        """The works cited, in the order of their first cites."""
        rows = (data["citationItems"] for data in self.citations)
        return list(dict.fromkeys(str(cite["id"]) for row in rows for cite in row))

    def first_notes(self) -> dict[str, int]:
        """The note that first cites each work which later notes cite again."""
        first: dict[str, int] = {}
        again: set[str] = set()
        for data in self.citations:
            note = data["properties"]["noteIndex"]
            for cite in data["citationItems"]:
                if first.setdefault(str(cite["id"]), note) != note:
                    again.add(str(cite["id"]))
        return {id_: note for id_, note in first.items() if id_ in again}

    def citation_counts(self) -> Counter[str]:
        """How many citations cite each work."""
        return Counter(id_ for data in self.citations for id_ in _ids(data))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document with the texts of its citations, and what each work prints on its own."""

    document: Document
    texts: Mapping[str, str]
    states: Mapping[str, str]

    @staticmethod
    def of(
        document: Document,
        texts: Callable[[Document], list[str]],
        states: Callable[[Document], dict[str, str]],
    ) -> "Rendered":
        """Render ``document``: ``texts`` by citation, ``states`` by work."""
        ids = [str(data["citationID"]) for data in document.citations]
        return Rendered(document, dict(zip(ids, texts(document), strict=True)), states(document))


def replay(steps: Sequence[Sequence[Any]]) -> list[Document]:
    """The documents after each step, the empty one before the first step at their head."""
    documents = [Document(())]
    known: dict[str, Mapping[str, Any]] = {}
    for citation, before, after in steps:
        edited = str(citation["citationID"])
        known[edited] = {"properties": {}} | citation
        notes = {str(id_): note for id_, note in [*before, *after]}
        notes[edited] = known[edited]["properties"].get("noteIndex", 0)
        order = [*(str(id_) for id_, _ in before), edited, *(str(id_) for id_, _ in after)]
        citations = (
            {**known[id_], "properties": {**known[id_]["properties"], "noteIndex": notes[id_]}}
            for id_ in order
        )
        documents.append(Document(tuple(citations), edited))
    return documents


def marked_lines(earlier: Rendered, last: Rendered, style: str) -> list[str]:
    """The last document, a line a citation, ``>>`` before those which the last step touched."""
    touched = _touched(earlier, last, style)
    return [
        f"{'>>' if id_ in touched else '..'}[{number}] {text}"
        for number, (id_, text) in enumerate(last.texts.items())
    ]


def _touched(earlier: Rendered, last: Rendered, style: str) -> set[str]:
    """The citations edited, changed in print, or citing a work which changed its state.

    The state of a work is its number and what tells it apart, which its own cite prints; the note
    that later notes point at; and, in styles for notes that ask for ``disambiguate``, whether it
    is cited more than once.
    """
    texts, states = earlier.texts, earlier.states
    works = {id_ for id_, state in last.states.items() if states.get(id_, state) != state}
    before, after = earlier.document.first_notes(), last.document.first_notes()
    works |= {id_ for id_, note in after.items() if before.get(id_, note) != note}
    if "disambiguate=" in style and 'class="note"' in style:
        counts, new_counts = earlier.document.citation_counts(), last.document.citation_counts()
        works |= {id_ for id_, count in new_counts.items() if (counts[id_] < 2) != (count < 2)}
    return {
        last.document.edited,
        *(id_ for id_, text in last.texts.items() if texts.get(id_) != text),
        *(str(data["citationID"]) for data in last.document.citations if works & _ids(data)),
    }


def _ids(data: Mapping[str, Any]) -> set[str]:
    return {str(cite["id"]) for cite in data["citationItems"]}
