"""A key that says another year or another author than its entry.

The key was made before the entry was corrected, or belongs to another work: who cites by the key
means something else than what is printed.

    @book{alder2001,
      author = {Birgit Alder},
      year = 2012,
    }

Correct the entry or the key. The fix puts the year of the entry into the key, in the `.bib` file
and in every document; it is made only on request.

It is harmless where the key names the year of a first edition or of a preprint, or an editor. Only
keys that begin with a name of at least three letters and have a year behind it are looked at; the
name may be that of any author or editor, or a word of the title.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.formats.bib_names import parse_names
from citekit.model.diagnostic import Severity
from citekit.model.reference import Name, PersonalName
from citekit.model.spans import Span
from citekit.text.romanisation import plain_latin

_FEW = 3
_KEY = re.compile(r"([A-Za-z]{3,})[^A-Za-z0-9]*(1[5-9]\d\d|20\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Better BibTeX writes "alderOnCommas2001".
_FIRST_WORD = re.compile(r"(?<=[a-z])[A-Z].*")
_UMLAUT = re.compile(r"(?<=[aou])e")
_LETTERS = re.compile(r"[^a-z]+")
_YEARS = ("year", "date", "origdate", "urldate", "eventdate", "origyear")
_WORKS = ("title", "shorttitle", "booktitle", "organization", "institution", "publisher", "journal")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    stale: list[tuple[Entry, re.Match[str], str]] = []
    for entry in project.entries:
        match = _KEY.match(entry.key)
        if match is None:
            continue
        year = _other_year(entry, match[2])
        if year:
            stale.append((entry, match, year))
        elif _is_strange(entry, match[1]):
            yield entry.file.problem(
                _span(entry, match, 1),
                f"'{match[1]}' in the key '{entry.key}' is the name of none of its people",
                hint="Correct the key, or the names.",
            )
    yield from _stale(project, stale)


def _stale(project: Project, stale: list[tuple[Entry, re.Match[str], str]]) -> Iterator[Problem]:
    if not stale:
        return
    free = FreeKeys(project)
    renames: dict[str, str] = {}
    for entry, match, year in stale:
        new = entry.key[: match.start(2)] + year + entry.key[match.end(2) :]
        if entry.key not in renames:
            renames[entry.key] = free.take(new)
    fixes = renaming_fixes(project, renames)
    for entry, match, year in stale:
        yield entry.file.problem(
            _span(entry, match, 2),
            f"the key '{entry.key}' says {match[2]}, the entry {year}",
            hint=f"Call it '{renames[entry.key]}', or correct the year.",
            fix=fixes.get(entry.key),
        )


def _other_year(entry: Entry, said: str) -> str:
    """The year of the entry, if it has one and ``said`` is none of those that it names."""
    years = [year for name in _YEARS for year in _YEAR.findall(entry.values.get(name, ""))]
    return years[0] if years and said not in years else ""


def _is_strange(entry: Entry, name: str) -> bool:
    """Whether ``name`` is in no name of the entry, and in no title or body either."""
    wanted = _plain(_FIRST_WORD.sub("", name))
    people = [entry.values.get(role, "") for role in ("author", "editor", "translator")]
    families = [_family(one) for text in people if text for one in parse_names(text)]
    if not families:
        return False
    texts = [*people, *(entry.values.get(field, "") for field in _WORKS)]
    if any(_plain(text).find(wanted[:4]) >= 0 for text in texts):
        return False
    plain = [_plain(family) for family in families]
    if any(len(family) >= _FEW and wanted.startswith(family[:_FEW]) for family in plain):
        return False
    return name.lower() != "".join(family[:1] for family in plain)


def _family(name: Name) -> str:
    return name.family if isinstance(name, PersonalName) else name.text


def _plain(text: str) -> str:
    """Only the letters a to z; an umlaut is the same with an "e" behind it and without."""
    return _UMLAUT.sub("", _LETTERS.sub("", plain_latin(text).lower()))


def _span(entry: Entry, match: re.Match[str], group: int) -> Span:
    start = entry.node.key_start
    return Span(start + match.start(group), start + match.end(group))


RULE = Rule(
    "KEY007",
    "contradictory-key",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
