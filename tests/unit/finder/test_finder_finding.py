"""What a document says of itself is not read from its notes and bibliography."""

from citekit.finder.finding import find
from citekit.model.variables import NameVariable, NumberVariable, TextVariable
from citekit.readers.reading import read_bytes

LIST = """
# Annotated reading list

## Primary sources

*The Times* (London), 1845–1852.

## Works Cited

Achebe, Chinua. *Things Fall Apart*. Heinemann, 1958.

van der Meer, Jan. "De haven." *Tijdschrift voor Geschiedenis*, vol. 120, no. 3, 2007, pp. 345–67.
"""


def test_the_bibliography_says_nothing_of_the_document() -> None:
    metadata = find(read_bytes(LIST.encode(), "list.md").document).metadata
    assert metadata.title == "Annotated reading list"
    assert NumberVariable.VOLUME not in metadata.numbers
    assert TextVariable.CONTAINER_TITLE not in metadata.texts
    assert NameVariable.AUTHOR not in metadata.names


PAPER = """Attention and remote work
Priya Raman and Tom Dell

Remote work has grown (Allen et al., 2015; Bloom, 2014). Attention suffers (Leroy, 2009).

References

Allen, T. D. (2015). How effective is telecommuting? Psychological Science, 16(2), 40-68.

Bloom, N. (2014, January). To raise productivity, let them work. Harvard Business Review.

Cho, M. (2012). Trust and automation. Ergonomics Today, 4(2), 12-19.

Leroy, S. (2009). Why is it so hard? Organizational Behavior, 109(2), 168-181.
"""


def test_the_bibliography_tells_a_paper() -> None:
    metadata = find(read_bytes(PAPER.encode(), "paper.txt").document).metadata
    assert metadata.title == "Attention and remote work"
    assert len(metadata.name_list(NameVariable.AUTHOR)) == 2
