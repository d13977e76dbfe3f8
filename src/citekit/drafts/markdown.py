"""A Markdown draft, taken apart."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.drafts.bibliography_places import find_places
from citekit.drafts.draft import Draft, DraftCitation, DraftNote
from citekit.drafts.markdown_blocks import Blocks, read_blocks
from citekit.drafts.markdown_citations import (
    Found,
    FoundInText,
    InlineNote,
    NoteCall,
    find_citations,
    keys_in,
)
from citekit.drafts.metadata import Metadata, MetadataError, parse_block, read_metadata
from citekit.drafts.metadata_findings import no_yaml
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span
from citekit.text.lines import LINE_END, LineIndex


def read_markdown(
    text: str, path: str, find_terms: Callable[[Metadata], Mapping[str, str]]
) -> Draft:
    """The draft that ``text`` is.

    ``find_terms`` gives the words that announce a locator, with their labels, for the language
    and style that the metadata name.

    Notes come in the order of their calls, with the citations of their definitions; a note that
    is defined and never called comes last. Source: pandoc's manual, "Citations" and "Footnotes".
    """
    blocks = read_blocks(text)
    lines = LineIndex(text)
    diagnostics: list[Diagnostic] = []
    metadata = _metadata(text, path, blocks, lines, diagnostics)
    gathered = _gather(blocks, find_terms(metadata))
    diagnostics += (_nested(text, path, span, lines) for span in gathered.nested)
    line_end = LINE_END.search(text)
    return Draft(
        text=text,
        path=path,
        flow=tuple(_flow(gathered, blocks)),
        places=find_places(text, blocks.text, blocks.divs, line_end[0] if line_end else "\n"),
        headings=blocks.headings,
        metadata=metadata,
        note_labels=frozenset(label.lower() for label, _ in blocks.notes) | gathered.called,
        identifiers=frozenset(gathered.identifiers) | blocks.examples,
        listed=keys_in(metadata.nocite),
        diagnostics=tuple(diagnostics),
    )


def _metadata(
    text: str, path: str, blocks: Blocks, lines: LineIndex, diagnostics: list[Diagnostic]
) -> Metadata:
    """What all blocks say together, a later one over an earlier one."""
    fields: dict[str, object] = {}
    for span in blocks.metadata:
        try:
            fields.update(parse_block(text[span.start : span.end]) or {})
        except MetadataError as error:
            diagnostics.append(no_yaml(error, path, span, lines))
    return read_metadata(fields)


@dataclass(slots=True)
class _Gathered:
    """What the blocks hold: ``found`` in the running text, ``notes`` by label."""

    found: list[Found] = field(default_factory=list)
    notes: dict[str, list[DraftCitation]] = field(default_factory=dict)
    bodies: dict[str, list[Span]] = field(default_factory=dict)
    identifiers: set[str] = field(default_factory=set)
    nested: list[Span] = field(default_factory=list)
    called: frozenset[str] = frozenset()


def _gather(blocks: Blocks, terms: Mapping[str, str]) -> _Gathered:
    gathered = _Gathered()
    for block in blocks.blocks:
        inside = find_citations(blocks.text, block.span, terms)
        examples = _without_examples(inside, blocks.examples)
        gathered.identifiers |= inside.identifiers
        gathered.nested += inside.nested
        if block.note:
            label = block.note.lower()
            gathered.bodies.setdefault(label, []).append(block.span)
            placed = [_placed(found, block.span, blocks.text) for found in examples]
            gathered.notes.setdefault(label, []).extend(_citations_of(placed))
        else:
            gathered.found += (_placed(found, block.span, blocks.text) for found in examples)
    calls = (found.label.lower() for found in gathered.found if isinstance(found, NoteCall))
    gathered.called = frozenset(calls)
    return gathered


def _without_examples(inside: FoundInText, examples: frozenset[str]) -> Sequence[Found]:
    """What cites, without references to the items of lists of examples (``(@good)``)."""
    if not examples:
        return inside.found
    return [
        found
        for found in inside.found
        if not (
            isinstance(found, DraftCitation)
            and len(found.cites) == 1
            and found.cites[0].key in examples
        )
    ]


def _citations_of(found: Sequence[Found]) -> Iterator[DraftCitation]:
    for one in found:
        if isinstance(one, DraftCitation):
            yield one
        elif isinstance(one, InlineNote):
            yield from one.citations


def _placed(found: Found, block: Span, text: str) -> Found:
    """A citation that opens its block must leave what stands before it alone."""
    if isinstance(found, DraftCitation) and not text[block.start : found.span.start].strip():
        return replace(found, can_move=False)
    return found


def _flow(gathered: _Gathered, blocks: Blocks) -> Iterator[DraftCitation | DraftNote]:
    defined = {label.lower() for label, _ in blocks.notes}
    seen: set[str] = set()
    for found in gathered.found:
        if isinstance(found, DraftCitation):
            yield found
        elif isinstance(found, InlineNote):
            yield DraftNote(found.span.start, found.citations, (found.span,))
        elif (label := found.label.lower()) in defined:
            at = found.span.start
            yield DraftNote(at) if label in seen else _note(gathered, label, at)
            seen.add(label)
    for label in gathered.notes:
        if label not in seen:
            yield _note(gathered, label, len(blocks.text))


def _note(gathered: _Gathered, label: str, called_at: int) -> DraftNote:
    return DraftNote(
        called_at, tuple(gathered.notes.get(label, ())), tuple(gathered.bodies.get(label, ()))
    )


def _nested(text: str, path: str, span: Span, lines: LineIndex) -> Diagnostic:
    place = lines.place(span.start)
    key = text[span.start : span.end]
    return Diagnostic(
        "nested-citation",
        Severity.WARNING,
        f"'{key}' stands in the text around another citation, and was left as it is",
        f"Part the works of a citation with semicolons: '[@first; and {key}]'.",
        path,
        span,
        place.line,
        place.column,
    )
