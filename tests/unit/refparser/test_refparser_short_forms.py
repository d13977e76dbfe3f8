"""Short forms are told from full citations, with the author and note they name."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.refparser.short_forms import find_short_form

CASES = Path(__file__).parents[2] / "cases/refparser/short_forms.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_short_form_is_read(row: dict[str, Any]) -> None:
    found = find_short_form(row["text"])
    if not row["kind"]:
        assert found is None
        return
    assert found is not None
    assert found.form.kind.value == row["kind"]
    assert found.form.authors == tuple(row.get("authors", ()))
    assert found.form.title == row.get("title", found.form.title)
    assert found.form.note == row.get("note", "")
    assert found.form.year == row.get("year", "")
