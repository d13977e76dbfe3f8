"""Archives are known by their names, their letters, or a word in their name."""

import pytest

from citekit.fields.archives import archive_name, library_name, starts_with_archive_letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TNA", "The National Archives"),
        ("The National Archives (TNA)", "The National Archives"),
        ("public record office", "The National Archives"),
        ("Archives municipales de Vernay", "Archives municipales de Vernay"),
        ("Stadtarchiv Vernburg", "Stadtarchiv Vernburg"),
        ("Archivo General de Indias (Seville)", "Archivo General de Indias"),
        ("tna", ""),
        ("Archives", ""),
        ("the archive of the town", ""),
        ("Meridian Press", ""),
        ("", ""),
    ],
)
def test_an_archive_goes_by_its_full_name(text: str, name: str) -> None:
    assert archive_name(text) == name


def test_a_library_is_no_archive() -> None:
    assert library_name("Dunmore University Library") == "Dunmore University Library"
    assert archive_name("Dunmore University Library") == ""


def test_letters_of_an_archive_are_measured_whole() -> None:
    assert starts_with_archive_letters("TNA FO 5/1") == len("TNA")
    assert starts_with_archive_letters("TNAX FO 5/1") == 0
