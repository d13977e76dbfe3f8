"""How far given names must be shown so that no two people are printed alike.

Source: CSL 1.0.2, "Disambiguation", givenname-disambiguation-rule: ``all-names``,
``primary-name`` and their ``-with-initials`` kinds look at all names of all cites; ``by-cite``
looks at ambiguous cites only and is left to ``disambiguation``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from citekit.csl.context import NamesData
from citekit.csl.item import Name

AS_STYLED, INITIALS, IN_FULL = 0, 1, 2


def given_name_levels(
    lists_by_item: Mapping[str, Sequence[NamesData]], rule: str
) -> dict[str, dict[tuple[int, int], int]]:
    """The levels of the names of each item that must be raised, by item, then (list, name)."""
    primary_only = rule.startswith("primary-name")
    ceiling = INITIALS if rule.endswith("-with-initials") else IN_FULL
    registry = _Registry(ceiling)
    for lists in lists_by_item.values():
        for data, _, name in _eligible(lists, primary_only=primary_only):
            registry.add(data, name)
    raised: dict[str, dict[tuple[int, int], int]] = {}
    for item, lists in lists_by_item.items():
        levels = {
            (data.index, number): level
            for data, number, name in _eligible(lists, primary_only=primary_only)
            if (level := registry.level(data, name))
        }
        if levels:
            raised[item] = levels
    return raised


def _eligible(
    lists: Iterable[NamesData], *, primary_only: bool
) -> Iterable[tuple[NamesData, int, Name]]:
    for data in lists:
        names = data.names[:1] if primary_only else data.names
        for number, name in enumerate(names):
            if name.given and data.form_at is not None:
                yield data, number, name


def _bare(text: str) -> str:
    """``text`` without what differs between spellings of one name: full stops and blanks."""
    return text.replace(".", "").replace(" ", "").replace("\xa0", "").casefold()


class _Registry:
    """Who is printed as what: for each printed form, the people that it stands for."""

    def __init__(self, ceiling: int) -> None:
        self._ceiling = ceiling
        self._people: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[tuple[int, Name], tuple[str, ...]] = {}

    def _printed(self, data: NamesData, name: Name) -> tuple[str, ...]:
        form_at = data.form_at
        assert form_at is not None  # noqa: S101  # _eligible lets no others through
        key = (id(form_at), name)
        forms = self._forms.get(key)
        if forms is None:
            forms = tuple(_bare(form_at(name, level)) for level in range(self._ceiling + 1))
            self._forms[key] = forms
        return forms

    def add(self, data: NamesData, name: Name) -> None:
        forms = self._printed(data, name)
        for form in forms[:-1]:
            self._people[form].add(forms[-1])

    def level(self, data: NamesData, name: Name) -> int:
        """The lowest level at which ``name`` is printed as nobody else is, or the highest."""
        forms = self._printed(data, name)
        for level, form in enumerate(forms[:-1]):
            if len(self._people[form]) == 1:
                return level
        return len(forms) - 1
