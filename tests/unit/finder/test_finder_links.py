"""Links that serve as evidence, apart from all others."""

import pytest
from finder_documents import document_of

from citekit.finder.links import find_links
from citekit.finder.zones import mark_zones
from citekit.model.citation import CitationKind, Passage

PROSE = "The bridge was closed on Monday, and it will not be opened again before the year is over"


def found(text: str) -> list[tuple[str, list[str]]]:
    return [(passage.text.text, urls(passage)) for passage in find_links(document_of(text))]


def urls(passage: Passage) -> list[str]:
    assert {label.variable for label in passage.labels} <= {"URL"}
    return [passage.text.text[label.start : label.end] for label in passage.labels]


def test_a_link_in_a_sentence_has_its_printed_address() -> None:
    assert found(f"{PROSE}, as [the city said](https://city.example/news?id=1).") == [
        ("the city said https://city.example/news?id=1", ["https://city.example/news?id=1"])
    ]


def test_the_address_leads_back_to_the_file() -> None:
    text = f"{PROSE}, as [the city said](https://city.example/news)."
    (passage,) = find_links(document_of(text))
    assert passage.kind is CitationKind.LINK
    (label,) = passage.labels
    at = passage.text.source_offset(label.start)
    assert text[at:].startswith("https://city.example/news)")


def test_a_link_that_lost_its_target_keeps_its_text() -> None:
    assert found(f"{PROSE}, as [the city said](#).") == [("the city said", [])]


def test_a_bare_address_is_a_link() -> None:
    assert found(f"{PROSE}: https://city.example/news") == [
        ("https://city.example/news", ["https://city.example/news"])
    ]


@pytest.mark.parametrize(
    "target",
    [
        "mailto:ann@example.org",
        "tel:123",
        "javascript:void(0)",
        "#note-1",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://twitter.com/intent/tweet?text=x",
        "http://[broken",
    ],
)
def test_what_leads_to_nothing_to_read_is_no_evidence(target: str) -> None:
    assert found(f"{PROSE}, as [the city said]({target}).") == []


def test_a_note_mark_is_no_evidence() -> None:
    assert found(f"{PROSE}.[1](https://city.example/news)") == []


def test_navigation_is_left_out() -> None:
    text = f"[Home](/) | [About](/about) | [News](/news)\n\nA bridge\n\n{PROSE} [here](/b).\n"
    links = find_links(mark_zones(document_of(text)))
    assert [passage.text.text for passage in links] == ["here /b"]


def test_the_home_page_of_a_commenter_is_no_evidence() -> None:
    text = (
        f"A bridge\n\n{PROSE}, and so on, said the mayor of the town to everybody who asked.\n\n"
        "  • http://ann.example.org ann\n\n    See http://city.example/news for more.\n\n"
        "  • bert\n\n    No.\n"
    )
    links = find_links(mark_zones(document_of(text)))
    assert [passage.text.text for passage in links] == ["http://city.example/news"]
