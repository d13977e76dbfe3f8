"""What holds for the resolver whatever it is given."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.model.citation import Citation, CitationKind, Cite, Passage, ShortForm, ShortFormKind
from citekit.model.reference import DateRange, Literal, PersonalName, Reference, single_date
from citekit.model.spans import Origin, TracedText
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.resolver.clustering import cluster
from citekit.resolver.keys import assign_keys
from citekit.resolver.matching import compare
from citekit.resolver.merging import merge
from citekit.resolver.resolving import resolve
from citekit.text.romanisation import romanise

_ANY = st.text(st.characters(codec=None, max_codepoint=0x1FFFF, exclude_categories=()), max_size=20)
_WORDS = ("straits", "tides", "ferries", "II", "2020", "항만", "a", "Review of", "of Japan")
_TITLES = st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join) | _ANY
_PEOPLE = st.builds(
    PersonalName,
    st.sampled_from(("Abe", "Abbe", "Ono", "Keiji")),
    st.sampled_from(("", "K.", "Keiji")),
) | st.builds(Literal, st.sampled_from(("others", "Port Agency", "")) | _ANY)
_DATES = st.builds(single_date, st.sampled_from((2003, 2004, -5))) | st.just(Literal("n.d."))


@st.composite
def _references(draw: st.DrawFn) -> Reference:
    texts = {
        TextVariable.TITLE: draw(_TITLES),
        TextVariable.CONTAINER_TITLE: draw(
            st.sampled_from(("", "Coast Daily", "Coast", "J. Hist."))
        ),
        TextVariable.URL: draw(st.sampled_from(("", "http://a.example/x"))),
    }
    numbers = {NumberVariable.VOLUME: draw(st.sampled_from(("", "1", "2", "20,2", "x")))}
    authors = tuple(draw(st.lists(_PEOPLE, max_size=3)))
    date = draw(st.none() | _DATES)
    start = draw(st.integers(0, 99))
    return Reference(
        type=draw(st.sampled_from((ItemType.BOOK, ItemType.CHAPTER, ItemType.ARTICLE_NEWSPAPER))),
        texts={name: value for name, value in texts.items() if value},
        numbers={name: value for name, value in numbers.items() if value},
        dates={DateVariable.ISSUED: date} if date else {},
        names={NameVariable.AUTHOR: authors} if authors else {},
        origins={TextVariable.TITLE: (Origin("a.txt", start, start + 1),)},
    )


_SHORT = st.builds(
    ShortForm,
    st.sampled_from(ShortFormKind),
    authors=st.sampled_from(((), ("Abe",), ("Nobody",))),
    title=st.sampled_from(("", "straits", "ferries")),
    note=st.sampled_from(("", "1", "3")),
    draft=st.none() | _references(),
)


@st.composite
def _citations(draw: st.DrawFn) -> tuple[Citation, ...]:
    targets = draw(st.lists(_references() | _SHORT, max_size=8))
    return tuple(
        Citation(
            id=f"c{n}",
            path=draw(st.sampled_from(("one.txt", "two.txt"))),
            passage=Passage(
                draw(st.sampled_from((CitationKind.FOOTNOTE, CitationKind.BIBLIOGRAPHY_ENTRY))),
                TracedText.of(f"note {n}", at=10 * n),
                marker=str(n),
                thread=draw(st.sampled_from(("", "", "", "t"))),
            ),
            cites=(Cite(target),),
        )
        for n, target in enumerate(targets)
    )


@given(_citations())
@settings(max_examples=60, deadline=None)
def test_every_cite_of_a_reference_has_a_key_of_the_library(
    citations: tuple[Citation, ...],
) -> None:
    library = resolve(citations).library
    keys = [reference.key for reference in library.references]
    assert sorted(keys) == keys
    assert len({key.casefold() for key in keys}) == len(keys)
    assert all(key and set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for key in keys)
    assert [citation.id for citation in library.citations] == [
        citation.id for citation in citations
    ]
    for citation in library.citations:
        for cite in citation.cites:
            assert cite.key in keys or (not cite.key and isinstance(cite.target, ShortForm))


@given(_citations(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_full_citations_changes_nothing(
    citations: tuple[Citation, ...], rng: random.Random
) -> None:
    full = [c for c in citations if isinstance(c.cites[0].target, Reference)]
    shuffled = rng.sample(full, len(full))
    first, second = resolve(full), resolve(shuffled)
    assert first.library.references == second.library.references
    keys = {c.id: c.cites[0].key for c in first.library.citations}
    assert keys == {c.id: c.cites[0].key for c in second.library.citations}


@given(_citations())
@settings(max_examples=40, deadline=None)
def test_an_unlinked_short_form_is_reported(citations: tuple[Citation, ...]) -> None:
    resolution = resolve(citations)
    unlinked = sum(not cite.key for c in resolution.library.citations for cite in c.cites)
    reports = [d for d in resolution.diagnostics if d.code.startswith("short-form")]
    assert len(reports) >= unlinked


@given(st.lists(_references(), max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_cluster_holds_no_two_that_contradict_each_other(references: list[Reference]) -> None:
    clusters = cluster(references)
    assert sorted(place for members in clusters for place in members) == list(
        range(len(references))
    )
    for members in clusters:
        for a, b in combinations(members, 2):
            if references[a] != references[b]:
                assert not compare(references[a], references[b]).contradictory


@given(st.lists(_references(), max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_input_changes_no_cluster(
    references: list[Reference], rng: random.Random
) -> None:
    order = rng.sample(range(len(references)), len(references))
    moved = cluster([references[place] for place in order])
    contents = [sorted(repr(references[order[n]]) for n in members) for members in moved]
    expected = [sorted(repr(references[n]) for n in members) for members in cluster(references)]
    assert sorted(contents) == sorted(expected)


@given(st.lists(_references(), max_size=8), st.data())
@settings(max_examples=80, deadline=None)
def test_a_pair_marked_as_two_works_is_never_in_one_cluster(
    references: list[Reference], data: st.DataObject
) -> None:
    pairs = list(combinations(range(len(references)), 2))
    apart = frozenset(data.draw(st.lists(st.sampled_from(pairs), max_size=6)) if pairs else ())
    clusters = cluster(references, apart=apart)
    assert sorted(n for members in clusters for n in members) == list(range(len(references)))
    for members in clusters:
        assert not apart & set(combinations(members, 2))


@given(st.lists(_references(), max_size=6))
@settings(max_examples=60, deadline=None)
def test_merging_what_is_merged_changes_nothing(references: list[Reference]) -> None:
    once = merge(references).reference
    assert merge([once]).reference == once
    assert merge([once, once]).reference == once


@given(_references(), _references())
@settings(max_examples=80, deadline=None)
def test_comparing_is_symmetric_and_in_bounds(a: Reference, b: Reference) -> None:
    match = compare(a, b)
    assert match == compare(b, a)
    assert 0.0 <= match.score <= 1.0


@given(st.lists(_references(), min_size=1, max_size=5), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_merging_keeps_every_origin_and_ignores_the_order(
    references: list[Reference], rng: random.Random
) -> None:
    merged = merge(references).reference
    assert merge(rng.sample(references, len(references))).reference == merged
    origins = {o for r in references for found in r.origins.values() for o in found}
    assert {o for found in merged.origins.values() for o in found} == origins
    dated = any(isinstance(d, DateRange) for r in references for d in r.dates.values())
    assert dated == any(isinstance(date, DateRange) for date in merged.dates.values())


@given(st.lists(_references(), max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_keys_are_unique_and_do_not_depend_on_the_order(
    references: list[Reference], rng: random.Random
) -> None:
    places = list(range(len(references)))
    rng.shuffle(places)
    keys = assign_keys(references)
    assert len(set(keys)) == len(keys)
    moved = assign_keys([references[place] for place in places])
    for place, key in zip(places, moved, strict=True):
        if references.count(references[place]) == 1:
            assert keys[place] == key


@given(_ANY)
@settings(max_examples=100)
def test_romanised_text_is_plain_and_stays_so(text: str) -> None:
    plain = romanise(text)
    assert plain.isascii()
    assert romanise(plain) == plain
