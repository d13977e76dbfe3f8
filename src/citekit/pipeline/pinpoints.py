"""Pages of bibliography entries that are none of the work's: places of notes, issue numbers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from citekit.model.citation import Library
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.reference import CitationKey, Reference
from citekit.model.spans import Span
from citekit.model.variables import NumberVariable, Variable

PAGE, VOLUME, ISSUE = NumberVariable.PAGE, NumberVariable.VOLUME, NumberVariable.ISSUE
K = TypeVar("K", bound=Variable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Settled:
    """A library without pages that are pinpoints, and a finding for each that was taken out."""

    library: Library
    diagnostics: tuple[Diagnostic, ...] = ()


def settle_pinpoints(library: Library) -> Settled:
    """``library`` with the pages removed that repeat another number of the same work.

    A list that is made from notes carries their pinpoints along; such a page says where the
    author looked, not what the work fills. And a bare number that one mention shows to be the
    volume or issue is no page in another.
    """
    cited: dict[CitationKey, set[str]] = defaultdict(set)
    for citation in library.citations:
        for cite in citation.cites:
            if cite.label == PAGE.value:
                cited[cite.key].add(cite.locator)
    diagnostics: list[Diagnostic] = []
    references: list[Reference] = []
    for reference in library.references:
        page = reference.number(PAGE)
        reason = _reason(reference, page, cited[reference.key]) if page else ""
        if reason:
            diagnostics.append(_finding(reference, reason))
        references.append(_without_page(reference) if reason else reference)
    return Settled(replace(library, references=tuple(references)), tuple(diagnostics))


def _reason(reference: Reference, page: str, cited: set[str]) -> str:
    """What the page really is, empty if it is one."""
    if page in cited:
        return "the place that a note cites"
    if page in {reference.number(VOLUME), reference.number(ISSUE)}:
        return "its volume or issue elsewhere"
    return ""


def _without_page(reference: Reference) -> Reference:
    return replace(
        reference,
        numbers=_but_page(reference.numbers),
        origins=_but_page(reference.origins),
        confidence=_but_page(reference.confidence),
    )


def _but_page(values: Mapping[K, V]) -> Mapping[K, V]:
    return {variable: value for variable, value in values.items() if variable is not PAGE}


def _finding(reference: Reference, reason: str) -> Diagnostic:
    origin = next(iter(reference.origins.get(PAGE, ())), None)
    return Diagnostic(
        "pinpoint-as-page",
        Severity.INFO,
        f"{reference.key}: page {reference.number(PAGE)} is {reason};"
        " it is not taken for the pages of the work",
        "Give the first and last page of the work instead.",
        origin.path if origin else "",
        Span(origin.start, origin.end) if origin else None,
    )
