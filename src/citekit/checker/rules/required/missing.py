"""The fields that an entry lacks, by the data model of a dialect."""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.field_places import field_before, place_of
from citekit.checker.finding import Problem
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import is_given, mandatory
from citekit.model.spans import Span

# Works to come have no year yet.
_TO_COME = re.compile(
    r"\b(?:in[ -]press|in[ -]preparation|forthcoming|to appear|accepted|submitted|prepublished"
    r"|im erscheinen|à paraître|under review|inpreparation|inpress|early access|online first)\b",
    re.IGNORECASE,
)
_CONTAINERS = {"journal": "booktitle", "journaltitle": "booktitle", "booktitle": "journal"}


def lacking(entry: Entry, dialect: str, options: RuleOptions) -> Iterator[Problem]:
    """One problem for each place where fields are missing that the type of ``entry`` needs."""
    absent: dict[Span, list[tuple[str, ...]]] = {}
    for group in mandatory(dialect, entry.type):
        if is_given(entry, group[0]) or any(is_given(entry, name) for name in group[1:]):
            continue
        if _is_excused(entry, group, options):
            continue
        absent.setdefault(place_of(entry, group[0]), []).append(group)
    for span, groups in absent.items():
        names = ", ".join(" or ".join(f"'{name}'" for name in group) for group in groups)
        yield entry.problem(
            f"'@{entry.node.type}' lacks {names}", span=span, hint=_hint(entry, groups)
        )


def _is_excused(entry: Entry, group: tuple[str, ...], options: RuleOptions) -> bool:
    unneeded = options.words("unneeded")
    if any(name in unneeded or f"{entry.type}:{name}" in unneeded for name in group):
        return True
    if group[0] in _CONTAINERS and entry.type == "article":
        return entry.has("eprint")
    if group[0] not in {"year", "date"}:
        return False
    told = (entry.values.get(name, "") for name in ("note", "pubstate", "howpublished", "addendum"))
    return any(_TO_COME.search(text) for text in told)


def _hint(entry: Entry, groups: list[tuple[str, ...]]) -> str:
    wanted = groups[0][0]
    other = entry.get(_CONTAINERS.get(wanted, ""))
    if other is not None and len(groups) == 1:
        return f"Call '{other.node.name}' '{wanted}', or add '{wanted}'."
    before = field_before(entry, wanted)
    added = ", ".join(f"'{group[0]} = {{…}}'" for group in groups)
    return f"Add {added} after '{before.node.name}'." if before else f"Add {added}."
