"""A journal whose name is a letter away from that of another one, which stands more often.

    journal = {Anals of Botany},

Correct the name. The fix writes the more frequent one; it is made only on request.

It is wrong for two journals with names so near ("Chaos" and "Chios"); name them. Names that differ
in a single letter that is a word ("Physical Review A") or in a number, and short ones, are not
compared.

Options: `known`, names of journals that are right as they are (none).
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.journals import Journal, journals_of
from citekit.checker.rules.consistency.spellings import Deviation, problem_of
from citekit.fields.name_comparison import within_one_edit
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_SHORTEST_NAME, _SHORTEST_WORD = 8, 5
_MOST_NEIGHBOURS = 60


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    known = {fold(name) for name in options.words("known")}
    forms: dict[str, Journal] = {}
    for journal in journals_of(project.entries).values():
        name = fold(journal.plain)
        if len(name) >= _SHORTEST_NAME:
            forms.setdefault(name, Journal(journal.plain, [])).fields.extend(journal.fields)
    for rare, usual in _near(forms):
        if fold(rare.plain) in known:
            continue
        for field in rare.fields:
            first = usual.fields[0]
            yield problem_of(
                Deviation(field, rare.plain, first, len(usual.fields)),
                is_safe=False,
            )


def _near(forms: dict[str, Journal]) -> Iterator[tuple[Journal, Journal]]:
    """The names that are one slip from a more frequent one; one half of both is then the same."""
    halves: dict[str, list[str]] = {}
    for name in forms:
        middle = len(name) // 2
        for cut in {middle - 1, middle, middle + 1}:
            halves.setdefault(f"<{name[:cut]}", []).append(name)
        for size in {middle, len(name) - middle}:
            halves.setdefault(f">{name[-size:]}", []).append(name)
    seen: set[str] = set()
    for names in halves.values():
        if not 1 < len(names) <= _MOST_NEIGHBOURS:
            continue
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                rare, usual = sorted((one, other), key=lambda name: len(forms[name].fields))
                is_rarer = len(forms[rare].fields) < len(forms[usual].fields)
                if is_rarer and rare not in seen and _is_slip(rare, usual):
                    seen.add(rare)
                    yield forms[rare], forms[usual]


def _is_slip(one: str, other: str) -> bool:
    if one == other or not within_one_edit(one, other):
        return False
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return one.replace(" ", "") == other.replace(" ", "")
    pairs = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return all(
        min(len(a), len(b)) >= _SHORTEST_WORD and a.isalpha() and b.isalpha() for a, b in pairs
    )


RULE = Rule(
    "CON003",
    "journal-misspelt",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"known": ()},
)
