"""What stands in a ``.bib`` file stands there still when it was read and written anew."""

import pytest

from citekit.formats.biblatex import write
from citekit.formats.bibtex_reader import read
from citekit.formats.results import WriteOptions


@pytest.mark.parametrize(
    "field",
    [
        "publisher = {Wiley and Sons}",
        "publisher = {{Routledge and Kegan Paul}}",
        "publisher = {One and {Two and Three}}",
        "maintitle = {The collected works of {Samuel Taylor Coleridge}}",
        "booktitleaddon = {Proceedings of the {Eighth Nobel Symposium}}",
        r"note = {http://x.org/\textasciitilde{}ono/a-{}-b}",
    ],
)
def test_the_field_says_the_same(field: str) -> None:
    (reference,) = read(f"@book{{k, title = {{T}}, {field}}}", "").references
    name, _, value = field.partition(" = ")
    lines = write([reference], WriteOptions()).text.splitlines()
    (line,) = (line for line in lines if line.lstrip().startswith(f"{name} "))
    assert line.partition(" = ")[2] == f"{value},"


def test_a_set_stays_one() -> None:
    result = read("@set{k, entryset = {a,b}}\n@book{a, title = {T}}\n@book{b, title = {U}}\n", "")
    assert not result.diagnostics
    assert write(result.references[:1], WriteOptions()).text.startswith("@set{k,\n")
