"""The words of a program for types, variables and names, beside CSL's."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from citekit.text.data import load_table


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``types``: the program's type → CSL's; ``variables``: CSL's variable → the program's names.

    Of several names the first that has a value counts. ``names``: the program's role → CSL's.
    """

    types: Mapping[str, str]
    variables: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]


@cache
def vocabulary(name: str) -> Vocabulary:
    """The vocabulary in ``data/<name>.toml``."""
    table = load_table("citekit.readers.live", name)
    variables = {key: tuple(value.split()) for key, value in _texts(table, "variables").items()}
    return Vocabulary(_texts(table, "types"), variables, _texts(table, "names"))


def _texts(table: Mapping[str, object], key: str) -> Mapping[str, str]:
    value = table.get(key)
    return {k: v for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}
