"""Taking a passage apart never fails, and says only what stands there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.model.citation import CitationKind, Passage
from citekit.model.reference import Reference
from citekit.model.spans import TracedText
from citekit.refparser.parsing import parse_passage
from citekit.refparser.works import split_works

PIECES = st.sampled_from(
    [
        "Mara Voss", "Voss, Mara", "“Rivers and borders”", "‘Ports’", "Meridian", "49:3", "20,2",
        "Summer 2005", "1998", "pg.12", "pp. 3-5", "Ibid.", "op. cit.", "a. a. O.", "ders.", "see",
        "See also", "cited in", "in", "(ed.)", "(eds)", "Oxford: Clarendon Press", "n. 12", "supra",
        "https://example.org/a?b=c", "Accessed: 5 May 2006", "국방 2020", ";", ",", ".", ":", "(",
        ")", "“", "”", "\n", "interview with author", "Chapter 23",
        "This was not so for most of them.",
    ]
)  # fmt: skip
NOTES = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=120)
KINDS = st.sampled_from([CitationKind.FOOTNOTE, CitationKind.BIBLIOGRAPHY_ENTRY])


@settings(max_examples=150, deadline=None)
@given(NOTES, KINDS)
def test_cites_lie_within_the_passage_and_values_within_their_file(
    text: str, kind: CitationKind
) -> None:
    at = 7
    cites = parse_passage(Passage(kind, TracedText.of(text, at=at)), path="case")
    for cite in cites:
        assert 0 <= cite.span.start <= cite.span.end <= len(text)
        if not isinstance(cite.target, Reference):
            continue
        for origins in cite.target.origins.values():
            for origin in origins:
                assert at <= origin.start < origin.end <= at + len(text)
        assert set(cite.target.confidence) <= set(cite.target.variables)
        assert all(0 <= value <= 1 for value in cite.target.confidence.values())


@settings(max_examples=150, deadline=None)
@given(NOTES)
def test_parts_are_in_order_and_lose_no_letter(text: str) -> None:
    parts = split_works(text)
    covered = "".join(text[part.start : part.end] for part in parts)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]
