"""Names of persons by their shape."""

import pytest

from citekit.finder.name_shapes import is_person_shaped, names_institution


@pytest.mark.parametrize(
    "name",
    ["Ann Arbor", "Peter M. Arbor", "Obi Tae-gyu", "Liam O’Shea", "Nils van der Berg",
     "Professor Ann Arbor", "Oliver North", "Émile Àrpad", "Anna de la Cruz"],
)  # fmt: skip
def test_full_names_have_the_shape_of_a_person(name: str) -> None:
    assert is_person_shaped(name)


@pytest.mark.parametrize(
    "name",
    ["Arbor", "ann arbor", "South Korea", "Lakeside University", "Blog Post", "Guest Author",
     "Ann Arbor said", "The Bridge", "ann@example.org", "", "A B C D E F G H"],
)  # fmt: skip
def test_other_names_have_not(name: str) -> None:
    assert not is_person_shaped(name)


@pytest.mark.parametrize("name", ["Institute of Bridges", "東京大学", "Universität am See"])
def test_knows_the_words_of_institutions(name: str) -> None:
    assert names_institution(name)


def test_a_person_is_no_institution() -> None:
    assert not names_institution("Ann Arbor")
