"""Every style loads and renders; a sample of them unless CITEKIT_ALL_STYLES is set."""

import os

import pytest
from every_style import rendered, style_names, ten_items

EVERY = 1 if os.environ.get("CITEKIT_ALL_STYLES") else 40
ITEMS = ten_items()


@pytest.mark.parametrize("name", [*style_names()[::EVERY], *style_names(dependent=True)[::2000]])
def test_a_style_renders_ten_mixed_records(name: str) -> None:
    assert any(rendered(name, ITEMS))


def test_no_style_is_left_out() -> None:
    assert len(style_names()) >= 2851
