"""References that a page declares and prints as well are found once."""

from citekit.finder.declared_entries import Entries, told_apart
from citekit.finder.finding import find
from citekit.model.citation import CitationKind, Passage
from citekit.model.spans import TracedText
from citekit.readers.reading import read_bytes


def entry(text: str) -> Passage:
    return Passage(CitationKind.BIBLIOGRAPHY_ENTRY, TracedText.of(text))


DECLARED = entry("Tides and straits of the north; K. Abe; Harbour Studies; 69; 1295; 1298; 2007")
PRINTED = entry(
    "Abe K (2007) Tides and straits of the north. Harbour Studies 69: 1295–1298. pmid:1"
)
OTHER = entry("Ono U (2011) Ferries and their crews. Quay Press.")
PART = entry("Tides and straits of the north")


def test_what_is_printed_whole_is_the_entry() -> None:
    assert told_apart([DECLARED], [PRINTED, OTHER]) == Entries((), (PRINTED, OTHER))


def test_what_is_printed_in_part_gives_way() -> None:
    assert told_apart([DECLARED], [PART, OTHER]) == Entries((DECLARED,), (OTHER,))


def test_what_is_only_declared_or_only_printed_stays() -> None:
    assert told_apart([DECLARED], [OTHER]) == Entries((DECLARED,), (OTHER,))


def test_passages_of_other_kinds_stay() -> None:
    call = Passage(CitationKind.RUNNING_TEXT, PRINTED.text)
    assert told_apart([call], [PRINTED]) == Entries((call,), (PRINTED,))


def test_words_that_many_entries_have_decide_nothing() -> None:
    crowd = [entry("Harbour Studies 2007") for _ in range(2000)]
    assert told_apart([DECLARED, *crowd[:200]], crowd).declared[0] == DECLARED


def test_a_page_that_declares_more_than_it_prints() -> None:
    pairs = "citation_title=Tides and straits;citation_author=K. Abe;citation_publication_date=2007"
    more = (
        "citation_title=Ferries of the north;citation_author=U. Ono;citation_publication_date=2011"
    )
    source = (
        f'<!doctype html><head><meta name="citation_reference" content="{pairs}">'
        f'<meta name="citation_reference" content="{more}"></head><body><p>Text of the page.</p>'
        "<h2>References</h2><ol><li>Abe, K. (2007). Tides and straits. Quay Press.</ol></body>"
    )
    found = find(read_bytes(source.encode(), "a.html").document)
    entries = [p for p in found.passages if p.kind is CitationKind.BIBLIOGRAPHY_ENTRY]
    assert [one.text.text[:12] for one in entries] == ["Ferries of t", "Abe, K. (200"]
