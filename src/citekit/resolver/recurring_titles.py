"""Titles that recur in one periodical year after year, learned from the references themselves."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from citekit.resolver.profile import Profile

# So many different years make a column of a title; two may be a slip in one year, or a reprint.
_YEARS = 3


def with_recurring_titles(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles, those marked whose title recurs in their container in several years.

    "Database principles" may be the title of an article or the name of a column. Only the
    other references to the same periodical tell.
    """
    years: dict[tuple[str, str], set[int]] = defaultdict(set)
    for item in profiles:
        date = item.issued
        if date and item.title.words:
            for container in item.containers:
                years[item.title.phrase, container.phrase].add(date.year)
    columns = {place for place, found in years.items() if len(found) >= _YEARS}
    if not columns:
        return list(profiles)
    return [replace(item, recurring=True) if _is_in(item, columns) else item for item in profiles]


def _is_in(item: Profile, columns: set[tuple[str, str]]) -> bool:
    return any((item.title.phrase, container.phrase) in columns for container in item.containers)
