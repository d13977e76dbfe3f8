"""Epigraphs, apart from other quotations."""

import pytest
from finder_documents import document_of

from citekit.finder.epigraphs import find_epigraphs
from citekit.model.citation import CitationKind

PROSE = "The bridge was closed on Monday, and it will not be opened again before the year is over."


def found(text: str) -> list[tuple[str, str]]:
    passages = find_epigraphs(document_of(text))
    assert all(passage.kind is CitationKind.EPIGRAPH for passage in passages)
    return [
        (passage.text.text[label.start : label.end], passage.text.text)
        for passage in passages
        for label in passage.labels
        if label.variable == "author"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"# Bridges\n\n*“All bridges fall.”*\n\n*Ann B. Arbor*\n\n{PROSE}",
        f"**2. Bridges**\n\n“All bridges fall.”\n\n— Ann B. Arbor, The Bridge\n\n{PROSE}",
        f"# Bridges\n\n> All bridges fall.\n\n> — Ann B. Arbor\n\n{PROSE}",
        f"*“All bridges fall.”<sup>1</sup>*\n\n*Ann B. Arbor*\n\n{PROSE}",
    ],
    ids=["italics", "dash", "quotation", "note mark"],
)
def test_finds_a_quotation_with_its_author_below_a_heading(text: str) -> None:
    ((author, whole),) = found(text)
    assert author == "Ann B. Arbor"
    assert whole.strip("“”").startswith("All bridges fall.")
    assert whole.endswith("Ann B. Arbor")


def test_joins_a_quotation_torn_into_paragraphs() -> None:
    text = f"# Bridges\n\n*“All bridges, said the*\n\n*mayor, fall.”*\n\n*Ann Arbor*\n\n{PROSE}"
    assert found(text) == [("Ann Arbor", "“All bridges, said the mayor, fall.” Ann Arbor")]


def test_finds_two_in_a_row() -> None:
    text = f"# B\n\n*“All fall.”*\n\n*Ann Arbor*\n\n*“None falls.”*\n\n*Bert Brecht*\n\n{PROSE}"
    assert [author for author, _ in found(text)] == ["Ann Arbor", "Bert Brecht"]


@pytest.mark.parametrize(
    "text",
    [
        f"# Bridges\n\n{PROSE}\n\n*“All bridges fall.”*\n\n*Ann Arbor*",
        f"# Bridges\n\n*“All bridges fall.”*\n\n{PROSE}",
        f"# Bridges\n\n*“All bridges fall.”*\n\n*City Council of Arbor*\n\n{PROSE}",
        f"# Bridges\n\n{PROSE}\n\n*Ann Arbor*",
        "# Bridges\n\n*Ann Arbor*",
        "",
    ],
    ids=["in the text", "without author", "an institution", "prose", "author alone", "nothing"],
)
def test_finds_no_epigraph_where_there_is_none(text: str) -> None:
    assert found(text) == []
