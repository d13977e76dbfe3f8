"""The fields that an entry lacks, by the data model of a dialect."""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.field_places import field_before, place_of
from citekit.checker.finding import Problem
from citekit.checker.plain_values import plain_value
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import is_given, mandatory
from citekit.text.data import load_words
from citekit.text.folding import fold

# Works to come have no year yet.
_TO_COME = re.compile(
    r"\b(?:in[ -]press|in[ -]preparation|forthcoming|to appear|accepted|submitted|prepublished"
    r"|im erscheinen|à paraître|under review|inpreparation|inpress|early access|online first)\b",
    re.IGNORECASE,
)
_CONTAINERS = {"journal": "booktitle", "journaltitle": "booktitle", "booktitle": "journal"}
# What an entry without an author is listed under.
_HEADINGS = ("key", "sortname", "label", "shorthand", "shortauthor", "organization", "bookauthor")
# What is part of a larger work, which these fields name.
_PARTS = frozenset({"article", "incollection", "inbook", "inreference", "suppperiodical"})
_HOSTS = ("journaltitle", "journal", "booktitle", "maintitle")
_ANONYMOUS = "anonymous"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_OF_MONTH = re.compile(r"[^\W\d_]\W*\d|\d\W*[^\W\d_]")


def lacking(entry: Entry, dialect: str, options: RuleOptions) -> Iterator[Problem]:
    """A problem if the type of ``entry`` needs fields that are missing, where the first would be.

    Fields that are there and empty are what another rule speaks of (``empty-field``).
    """
    absent: list[tuple[str, ...]] = []
    for group in mandatory(dialect, entry.type):
        if is_given(entry, group[0]) or any(is_given(entry, name) for name in group[1:]):
            continue
        if _is_excused(entry, group, options):
            continue
        absent.append(group)
    if absent:
        names = ", ".join(" or ".join(f"'{name}'" for name in group) for group in absent)
        yield entry.problem(
            f"'@{entry.node.type}' lacks {names}",
            span=place_of(entry, absent[0][0]),
            hint=_hint(entry, absent),
        )


def _is_excused(entry: Entry, group: tuple[str, ...], options: RuleOptions) -> bool:
    unneeded = options.words("unneeded")
    if any(name in unneeded or f"{entry.type}:{name}" in unneeded for name in group):
        return True
    if any(entry.get(name) is not None for name in group):
        return True
    if group[0] in _CONTAINERS and entry.type == "article":
        return entry.has("eprint")
    if group[0] == "author":
        return _is_anonymous(entry)
    if group[0] not in {"year", "date"}:
        return False
    told = (entry.values.get(name, "") for name in ("note", "pubstate", "howpublished", "addendum"))
    return any(_TO_COME.search(text) for text in told)


def _is_anonymous(entry: Entry) -> bool:
    """Whether the entry seems to be of a work that names no author.

    That are those with another heading, reports of a body, articles in works of reference, and
    those from newspapers: with the day or in one that is called so, and without a volume.
    """
    if any(entry.values.get(name, "").strip("{} ") for name in _HEADINGS):
        return True
    if entry.type in {"report", "techreport"}:
        return entry.has("institution")
    if _appeared_in(entry) & load_words(__package__, _ANONYMOUS, "reference"):
        return True
    if entry.type != "article":
        return False
    values = entry.values
    has_day = (
        "day" in values
        or _DAY.match(values.get("date", "")) is not None
        or _DAY_OF_MONTH.search(values.get("month", "")) is not None
    )
    if "entrysubtype" in values:
        return True
    is_news = has_day or _appeared_in(entry) & load_words(__package__, _ANONYMOUS, "news")
    return bool(is_news) and "volume" not in values


def _appeared_in(entry: Entry) -> frozenset[str]:
    """The words, folded, of what a part of a larger work appeared in; none for other works."""
    if entry.type not in _PARTS:
        return frozenset()
    titles = (entry.values.get(name, "") for name in _HOSTS)
    return frozenset(word for title in titles if title for word in fold(plain_value(title)).split())


def _hint(entry: Entry, groups: list[tuple[str, ...]]) -> str:
    wanted = groups[0][0]
    other = entry.get(_CONTAINERS.get(wanted, ""))
    if other is not None and len(groups) == 1:
        return f"Call '{other.node.name}' '{wanted}', or add '{wanted}'."
    before = field_before(entry, wanted)
    added = ", ".join(f"'{group[0]} = {{…}}'" for group in groups)
    return f"Add {added} after '{before.node.name}'." if before else f"Add {added}."
