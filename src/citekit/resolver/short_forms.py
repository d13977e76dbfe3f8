"""Short forms (ibid., idem, op. cit., supra n. 4, author and short title) linked to works."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.model.citation import Citation, CitationKind, Cite, ShortForm, ShortFormKind
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import PersonalName, Reference, single_date
from citekit.model.variables import DateVariable, NameVariable, TextVariable
from citekit.resolver.antecedent_filter import fitting
from citekit.resolver.antecedents import Antecedent, CitePlace, History
from citekit.resolver.reporting import short_form_diagnostic
from citekit.resolver.works_meant import UNRESOLVED, Outcome, authors_of, meant_by


@dataclass(frozen=True, slots=True)
class Linked:
    """What became of the short forms.

    ``links`` lead from the place of a short form to a place that cites its work in full.
    ``added`` are works that short forms name themselves. ``located`` are cites that took over
    the locator of their antecedent.
    """

    links: Mapping[CitePlace, CitePlace]
    added: Mapping[CitePlace, Reference]
    located: Mapping[CitePlace, Cite]
    diagnostics: Mapping[CitePlace, Diagnostic]


@dataclass(slots=True)
class _Linker:
    """The works of all places that are known so far, and the results."""

    works: Mapping[CitePlace, int]
    given: Mapping[CitePlace, Reference]
    links: dict[CitePlace, CitePlace] = field(default_factory=dict)
    added: dict[CitePlace, Reference] = field(default_factory=dict)
    located: dict[CitePlace, Cite] = field(default_factory=dict)
    diagnostics: dict[CitePlace, Diagnostic] = field(default_factory=dict)


def link_short_forms(
    citations: Sequence[Citation],
    works: Mapping[CitePlace, int],
    *,
    given: Mapping[CitePlace, Reference] | None = None,
) -> Linked:
    """Every short form of ``citations`` linked, made a reference of its own, or reported.

    ``works`` numbers the work of each place that cites in full; ``given`` are references that
    an earlier run added for short forms. Antecedents are sought among what the same document
    cites before, then in its bibliography. A short form is linked only if exactly one work
    remains. An idem with a new work takes the author from the cite before; a short form that
    names author and title of a work not cited becomes a thin reference, and is reported. An
    ibid. that stands alone takes the locator of its antecedent, since it means the same place.
    """
    linker = _Linker(works, given or {})
    histories = _histories(citations, works)
    for number, citation in enumerate(citations):
        history = histories[citation.path]
        history.begin(citation)
        for position, cite in enumerate(citation.cites):
            history.add(_antecedent(linker, history, citation, CitePlace(number, position), cite))
    return Linked(linker.links, linker.added, linker.located, linker.diagnostics)


def _histories(
    citations: Sequence[Citation], works: Mapping[CitePlace, int]
) -> Mapping[str, History]:
    """An empty history for every document, with its bibliography."""
    histories: dict[str, History] = defaultdict(History)
    for number, citation in enumerate(citations):
        history = histories[citation.path]
        if citation.kind is not CitationKind.BIBLIOGRAPHY_ENTRY:
            continue
        for position, cite in enumerate(citation.cites):
            place = CitePlace(number, position)
            if isinstance(cite.target, Reference):
                printed = _printed(citation, cite)
                listed = Antecedent(works.get(place), cite.target, place, cite, printed)
                history.listed.append(listed)
    return histories


def _antecedent(
    linker: _Linker, history: History, citation: Citation, place: CitePlace, cite: Cite
) -> Antecedent:
    """The cite at ``place`` as an antecedent for what follows, its short form linked."""
    if isinstance(cite.target, Reference):
        return Antecedent(
            linker.works.get(place), cite.target, place, cite, _printed(citation, cite)
        )
    if place in linker.given:
        return Antecedent(linker.works.get(place), linker.given[place], place, cite)
    own = _own_work(cite.target, history)
    if own is not None:
        linker.added[place] = own
        return Antecedent(-place.citation * 1000 - place.cite - 1, own, place, cite)
    outcome = meant_by(cite.target, history)
    found = outcome.antecedent
    if found is None:
        return _unlinked(linker, history, citation, place, outcome)
    linker.links[place] = found.source
    if outcome.message:
        said = short_form_diagnostic(outcome.code, citation, cite, outcome.message)
        linker.diagnostics[place] = said
    if _stands_alone(cite):
        located = replace(cite, locator=found.cite.locator, label=found.cite.label)
        linker.located[place] = located
        return replace(found, cite=located)
    return replace(found, cite=cite)


def _printed(citation: Citation, cite: Cite) -> str:
    return citation.passage.text.text[cite.span.start : cite.span.end]


def _own_work(short: ShortForm, history: History) -> Reference | None:
    """The new work that an idem names, by the author of the cite before it."""
    draft = short.draft
    if short.kind is not ShortFormKind.IDEM or draft is None or not draft.title:
        return None
    before = history.preceding()
    authors = authors_of(before[-1].reference) if before else ()
    if not authors:
        return None
    return replace(draft, names={**draft.names, NameVariable.AUTHOR: authors})


def _by_named(short: Reference | ShortForm, history: History) -> Reference:
    """A reference with the authors that an unlinked short form names, for an idem after it."""
    if isinstance(short, Reference) or not short.authors:
        return Reference()
    named = ShortForm(short.kind, authors=short.authors)
    written = {
        authors_of(earlier.reference) for earlier in fitting(named, history.named(short.authors[0]))
    }
    authors = written.pop() if len(written) == 1 else tuple(map(PersonalName, short.authors))
    return Reference(names={NameVariable.AUTHOR: authors})


def _unlinked(
    linker: _Linker, history: History, citation: Citation, place: CitePlace, outcome: Outcome
) -> Antecedent:
    cite = citation.cites[place.cite]
    linker.diagnostics[place] = short_form_diagnostic(outcome.code, citation, cite, outcome.message)
    thin = _thin(cite.target) if outcome.code == UNRESOLVED else None
    if thin is None:
        return Antecedent(None, _by_named(cite.target, history), place, cite)
    linker.added[place] = thin
    return Antecedent(-place.citation * 1000 - place.cite - 1, thin, place, cite)


def _thin(short: Reference | ShortForm) -> Reference | None:
    """What an unlinked short form says of its work, if that is enough to tell it."""
    if isinstance(short, Reference):
        return short
    draft = short.draft or Reference()
    title = draft.title or short.title
    authors = draft.name_list(NameVariable.AUTHOR) or tuple(PersonalName(a) for a in short.authors)
    if not title or not authors:
        return draft if draft.title else None
    dates = {**draft.dates}
    if short.year[:4].isdecimal():
        dates.setdefault(DateVariable.ISSUED, single_date(int(short.year[:4])))
    return replace(
        draft,
        texts={**draft.texts, TextVariable.TITLE: title},
        names={**draft.names, NameVariable.AUTHOR: authors},
        dates=dates,
    )


def _stands_alone(cite: Cite) -> bool:
    return (
        isinstance(cite.target, ShortForm)
        and cite.target.kind in (ShortFormKind.IBID, ShortFormKind.LOC_CIT)
        and not cite.locator
        and not any(char.isdigit() for char in cite.suffix)
    )
