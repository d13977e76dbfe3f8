"""What the resolver has to say about its decisions, as diagnostics."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.model.citation import Citation, Cite
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.reference import CitationKey, Reference
from citekit.model.spans import Origin, Span
from citekit.model.variables import NameVariable, NumberVariable, TextVariable
from citekit.resolver.compare_names import shown
from citekit.resolver.harmonising import Completion
from citekit.resolver.merging import Conflict

_DOUBTFUL = frozenset((TextVariable.TITLE, NumberVariable.VOLUME, NumberVariable.ISSUE))


def conflict_diagnostic(key: CitationKey, conflict: Conflict) -> Diagnostic:
    """The report of one conflict that merging decided, at the place that says otherwise."""
    others = " and ".join(f"‘{other}’" for other in conflict.others)
    place = conflict.place
    return Diagnostic(
        code=f"conflict-{conflict.variable}",
        severity=Severity.DOUBTFUL if conflict.variable in _DOUBTFUL else Severity.INFO,
        message=f"{key}: {conflict.variable} is ‘{conflict.chosen}’ here and {others} there",
        hint=f"Write ‘{conflict.chosen}’ in every place, or correct the entry if it is wrong.",
        path=place.path if place else "",
        span=Span(place.start, place.end) if place else None,
    )


def completion_diagnostic(key: CitationKey, completion: Completion) -> Diagnostic:
    """The report of a value completed from another chapter of the same book."""
    place = completion.place
    return Diagnostic(
        code=f"completed-{completion.variable}",
        severity=Severity.INFO,
        message=(
            f"{key}: {completion.variable} ‘{completion.before}’ was completed to"
            f" ‘{completion.after}’, as the book is cited elsewhere"
        ),
        hint=f"Write ‘{completion.after}’ here too.",
        path=place.path,
        span=Span(place.start, place.end) if place.path else None,
    )


@dataclass(frozen=True, slots=True)
class DoubtedWork:
    """One side of a doubt: what is said of the work, the key it got, and where."""

    reference: Reference
    key: CitationKey
    origin: Origin


def doubt_diagnostic(
    first: DoubtedWork, second: DoubtedWork, *, joined: bool, evidence: Sequence[str]
) -> Diagnostic:
    """The report of two references that may be one work, at the later of their places.

    That a mention without a title was linked to the only work it can mean is information;
    that two titles were taken for one, or might be, is doubtful.
    """
    first, second = sorted((first, second), key=lambda work: (work.origin, work.key))
    names = f"{_described(first.reference)} and {_described(second.reference)}"
    verdict = f"were taken for one work, {first.key}" if joined else "may be one work"
    thin = not first.reference.title or not second.reference.title
    place = second.origin
    return Diagnostic(
        code="same-work-assumed" if joined else "same-work-doubtful",
        severity=Severity.INFO if joined and thin else Severity.DOUBTFUL,
        message=f"{names} {verdict}: {'; '.join(evidence[:3])}",
        hint="Make the two agree in author and title, or check that they are two works.",
        path=place.path,
        span=Span(place.start, place.end) if place.path else None,
    )


def short_form_diagnostic(code: str, citation: Citation, cite: Cite, message: str) -> Diagnostic:
    """The report of a short form that was not linked, at the place of the cite."""
    text = citation.passage.text
    pieces = text.source_spans(cite.span.start, cite.span.end) if len(cite.span) else text.pieces
    printed = text.text[cite.span.start : cite.span.end] if len(cite.span) else text.text
    return Diagnostic(
        code=code,
        severity=Severity.DOUBTFUL,
        message=f"‘{printed.strip()[:80]}’ {message}",
        hint="Cite the work in full here, or name author and title.",
        path=citation.path,
        span=Span(pieces[0].start, pieces[0].end) if pieces else None,
    )


def matched_diagnostic(report: Diagnostic, key: CitationKey) -> Diagnostic:
    """The report of a short form without antecedent that was matched by what it says itself."""
    return replace(
        report,
        code="short-form-matched",
        severity=Severity.INFO,
        message=f"{report.message}; by author and title it was taken for {key}",
    )


def _described(reference: Reference) -> str:
    """Author and title, or what there is."""
    names = reference.name_list(NameVariable.AUTHOR)
    title = reference.title or reference.text(TextVariable.CONTAINER_TITLE)
    said = ", ".join(part for part in (shown(names[0]) if names else "", title) if part)
    return f"‘{said or reference.type}’"
