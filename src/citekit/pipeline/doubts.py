"""What of an extraction is doubtful: values read without certainty, notes without a work."""

from collections.abc import Iterator

from citekit.model.citation import Citation, CitationKind, Library
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.model.variables import ItemType, NameVariable, TextVariable
from citekit.resolver.display import display

# Below this the value of a variable is shown as doubtful.
DOUBTFUL = 0.5
_LONGEST_QUOTE = 60
_UNTITLED = frozenset({ItemType.INTERVIEW, ItemType.PERSONAL_COMMUNICATION})


def find_doubts(library: Library) -> Iterator[Diagnostic]:
    """What a person should look at, in the order of the library."""
    for reference in library.references:
        yield from _uncertain(reference)
        yield from _incomplete(reference)
    for citation in library.citations:
        yield from _unread(citation)


def _uncertain(reference: Reference) -> Iterator[Diagnostic]:
    for variable, confidence in reference.confidence.items():
        if confidence >= DOUBTFUL or variable not in reference.origins:
            continue
        origin = reference.origins[variable][0]
        yield Diagnostic(
            "uncertain-value",
            Severity.DOUBTFUL,
            f"{reference.key}: {variable} '{_shown(reference, variable)}' is uncertain"
            f" (confidence {confidence:.2f})",
            "Check it against the document.",
            origin.path,
            Span(origin.start, origin.end),
        )


def _shown(reference: Reference, variable: str) -> str:
    kinds = (reference.texts, reference.numbers, reference.dates, reference.names)
    values = {str(name): value for kind in kinds for name, value in kind.items()}
    value = display(values.get(variable, ""))
    return value if len(value) <= _LONGEST_QUOTE else value[: _LONGEST_QUOTE - 1] + "…"


def _incomplete(reference: Reference) -> Iterator[Diagnostic]:
    # A page that is cited by its address can be found again, whatever it is called.
    if reference.title or reference.type in _UNTITLED or TextVariable.URL in reference.texts:
        return
    origins = next(iter(reference.origins.values()), ())
    about = reference.text(TextVariable.CONTAINER_TITLE)
    known = about or ("its author" if reference.name_list(NameVariable.AUTHOR) else "its place")
    yield Diagnostic(
        "no-title",
        Severity.DOUBTFUL,
        f"{reference.key}: no title is printed; known by {known} alone",
        "Look the work up and add its title.",
        origins[0].path if origins else "",
        Span(origins[0].start, origins[0].end) if origins else None,
    )


def _unread(citation: Citation) -> Iterator[Diagnostic]:
    if citation.cites or citation.kind not in {CitationKind.FOOTNOTE, CitationKind.ENDNOTE}:
        return
    text = citation.passage.text
    yield Diagnostic(
        "note-without-work",
        Severity.INFO,
        f"note {citation.passage.marker}: no work found in '{text.text[:_LONGEST_QUOTE]}'",
        "",
        citation.path,
        Span(text.start, text.end),
    )
