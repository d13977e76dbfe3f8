"""A subtitle that is parted from its title in another way than in most entries.

A list that has "Tea: A History" beside "Coffee -- A History" looks careless.

    title = {Coffee -- A History},

Part them as in the other entries; the fix does.

It is wrong where the dash is part of the title. Where a file has as many of one kind as of another,
nothing is found.
"""

import re
from collections import Counter
from collections.abc import Iterable

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_SEPARATOR = re.compile(
    r"(?<=\w)(?:(:)\s+|(\s--\s|\s–\s)|(\s---\s|\s—\s)|(\s-\s)|(\.)\s+)(?=[^\W\da-z_])"
)
_WRITTEN = {1: ": ", 2: " -- ", 3: " --- ", 4: " - ", 5: ". "}
_ABBREVIATION = 4


def _check(file: BibFile, _options: RuleOptions) -> Iterable[Problem]:
    found = [
        (field, match)
        for entry in file.entries
        if (field := entry.get("title")) is not None
        if (match := _separator(field.value)) is not None
    ]
    kinds = Counter(match.lastindex for _, match in found)
    if len(kinds) < 2:  # noqa: PLR2004
        return
    (usual, most), (_, second) = kinds.most_common(2)
    if usual is None or most == second:
        return
    for field, match in found:
        if match.lastindex != usual:
            yield field.problem(
                f"parts the subtitle with '{match[0].strip()}'",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{_WRITTEN[usual].strip()}' as in the other entries.",
                fix=field.amendment(
                    f"Write '{_WRITTEN[usual].strip()}'",
                    *match.span(),
                    _WRITTEN[usual],
                    is_safe=False,
                ),
            )


def _separator(value: str) -> re.Match[str] | None:
    """What parts title and subtitle; a stop behind a short word is none."""
    for match in _SEPARATOR.finditer(value):
        word = value[: match.start()].split()[-1:]
        if match.lastindex != 5 or (word and len(word[0]) > _ABBREVIATION):  # noqa: PLR2004
            return match
    return None


RULE = Rule(
    "TIT018",
    "mixed-separators",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
