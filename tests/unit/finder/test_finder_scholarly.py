"""Papers, apart from pages of the web."""

import pytest
from finder_documents import document_of

from citekit.finder.scholarly import is_scholarly

PROSE = "The bridge was closed on Monday, and it will not be opened again before the year is over."


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}<sup>1</sup> {PROSE}<sup>2</sup> {PROSE}<sup>3</sup> {PROSE}<sup>4</sup>",
        f"{PROSE}\n\nReferences\n\nA. 2001.\n\nB. 2002.\n\nC. 2003.\n\nD. 2004.",
        f"Abstract\n\n{PROSE}\n\n## References\n\nA. 2001.",
        f"https://doi.org/10.5555/1\n\nKeywords\n\n{PROSE}",
    ],
    ids=["notes", "references", "abstract and references", "DOI and keywords"],
)
def test_a_paper_shows_by_its_notes_references_or_headings(text: str) -> None:
    assert is_scholarly(document_of(text))


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE} On the 20<sup>th</sup>, 3<sup>rd</sup>, 2<sup>nd</sup> and 1<sup>st</sup>.",
        f"Topics\n\n2008 in review\n\n2009 in review\n\n2010\n\n2011\n\n{PROSE}",
        "",
    ],
    ids=["prose", "ordinals", "years", "nothing"],
)
def test_a_page_is_no_paper(text: str) -> None:
    assert not is_scholarly(document_of(text))
