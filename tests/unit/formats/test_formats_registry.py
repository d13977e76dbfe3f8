"""The registry of formats."""

import subprocess
import sys

import pytest

from citekit.errors import ConfigError
from citekit.formats.registry import FORMATS, format_named, format_of_path


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "ris", "json", "BibTeX"])
def test_a_format_is_found_by_name(name: str) -> None:
    assert format_named(name).name == name.lower()


def test_an_unknown_name_brings_the_near_ones() -> None:
    with pytest.raises(ConfigError, match="biblatex"):
        format_named("biblatx")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/refs.bib", "biblatex"),
        ("REFS.BIB", "biblatex"),
        ("refs.bibtex", "bibtex"),
        ("refs.csl.json", "csl-json"),
        ("refs.json", "csl-json"),
        ("refs.extraction.json", "json"),
        ("refs.ris", "ris"),
        ("refs.yaml", "csl-yaml"),
        ("refs.csl.yml", "csl-yaml"),
        ("works.yml", "hayagriva"),
        ("refs.hayagriva.yaml", "hayagriva"),
        ("library.xml", "endnote-xml"),
        ("library.enw", "enw"),
        ("citation.nbib", "nbib"),
        ("refs.mods.xml", "mods"),
        ("refs.tei.xml", "tei"),
        ("refs.nxml", "jats"),
        ("library.rdf", "zotero-rdf"),
    ],
)
def test_a_suffix_tells_the_format(path: str, name: str) -> None:
    found = format_of_path(path)
    assert found is not None
    assert found.name == name


def test_other_suffixes_tell_nothing() -> None:
    assert format_of_path("refs.txt") is None


def test_names_are_unique() -> None:
    assert len({entry.name for entry in FORMATS}) == len(FORMATS)


def test_the_registry_loads_nothing_heavy() -> None:
    code = (
        "import sys, citekit.formats.registry, citekit.bst.render;"
        "print({'bibtexparser', 'pybtex', 'pylatexenc', 'lxml', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
