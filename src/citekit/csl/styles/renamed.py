"""Styles that go by another name today."""

import json
from collections.abc import Mapping
from functools import cache

from citekit.csl.styles.folders import style_folders

_FILE = "renamed-styles.json"


@cache
def _renamed() -> Mapping[str, str]:
    for folder in style_folders():
        path = folder / _FILE
        if path.is_file():
            names = json.loads(path.read_bytes())
            return names if isinstance(names, dict) else {}
    return {}


def new_name(name: str) -> str:
    """The name that the style ``name`` has now; the same where it was not renamed."""
    return _renamed().get(name, name)
