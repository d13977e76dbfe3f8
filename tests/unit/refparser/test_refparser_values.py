"""What the normalisers make of a labelled stretch."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.fields.dates import format_edtf
from citekit.model.citation import Label
from citekit.model.reference import DateRange, Literal, Name, Reference
from citekit.model.spans import TracedText
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable
from citekit.refparser.building import build_reference

CASES = Path(__file__).parents[2] / "cases/refparser/values.toml"
TABLES = tomllib.loads(CASES.read_text("utf-8"))
ROWS = [(label, printed, said) for label, rows in TABLES.items() for printed, said in rows.items()]
# Set from other values, and not from a stretch of its own.
INFERRED = {TextVariable.LANGUAGE}


def shown_name(name: Name) -> str:
    return name.text if isinstance(name, Literal) else f"{name.family}, {name.given}".strip(", ")


def values_of(reference: Reference) -> Iterator[tuple[str, str]]:
    for text, value in reference.texts.items():
        if text not in INFERRED:
            yield text.value, value
    for number, value in reference.numbers.items():
        yield number.value, value
    for variable, date in reference.dates.items():
        shown = format_edtf(date) if isinstance(date, DateRange) else f"'{date.text}'"
        yield variable.value, shown
    for role, names in reference.names.items():
        yield role.value, "; ".join(map(shown_name, names))


@pytest.mark.parametrize(("label", "printed", "said"), ROWS)
def test_stretch_becomes_value(label: str, printed: str, said: str) -> None:
    text = TracedText.of(printed)
    reference = build_reference(text, [Label(0, len(printed), label)], path="case")
    found = {f"{variable} {value}" for variable, value in values_of(reference)}
    # Alone in a passage, the title of a periodical is taken for that of the work.
    found = {value.replace("title ", f"{label} ") for value in found} if "title" in label else found
    assert found == {value for value in said.split(" | ") if value}


def test_values_have_their_places() -> None:
    for label, printed, _ in ROWS:
        text = TracedText.of(printed)
        reference = build_reference(text, [Label(0, len(printed), label)], path="case")
        for origins in reference.origins.values():
            assert all(0 <= origin.start < origin.end <= len(printed) for origin in origins)


def test_every_kind_of_variable_has_rows() -> None:
    kinds = (DateVariable, NameVariable, NumberVariable, TextVariable)
    for kind in kinds:
        assert any(label in {variable.value for variable in kind} for label in TABLES)
