"""A journal that is abbreviated where journals are written in full, or the other way round.

    journal = {Journal of Hedge Studies},
    journal = {Ann. Bot.},

Publishers ask for one or the other. The fix writes the form wanted if it stands elsewhere in the
files; it is made only on request.

It is wrong for titles that are cut by nature ("J-STAGE Letters").

Options: `form`, what is wanted: `full`, `abbreviated`, or `majority` for what most journals have
(`majority`); `share`, how many per cent must do so to be the usual way (60).
"""

from collections.abc import Iterable, Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import convention
from citekit.checker.rules.consistency.journals import (
    Journal,
    full_forms,
    is_abbreviated,
    is_full,
    journals_of,
)
from citekit.checker.rules.consistency.spellings import as_usual
from citekit.model.diagnostic import Severity

_FULL, _SHORT = "full", "abbreviated"


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    journals = journals_of(project.entries)
    forms = {name: _form(name) for name in journals}
    wanted = options.text("form")
    if wanted not in {_FULL, _SHORT}:
        found = convention([form for form in forms.values() if form], options.number("share"))
        wanted = found.usual if found else ""
    deviating = [journal for name, journal in journals.items() if forms[name] not in {"", wanted}]
    if not wanted or not deviating:
        return
    known = _counterparts(journals.values())
    for journal in deviating:
        other = known.get(journal.plain)
        for field in journal.fields:
            hint = f"Write '{other.plain}'." if other else f"Write the {wanted} title."
            yield field.problem(
                f"'{journal.plain}' is {forms[journal.plain]}, where titles are {wanted}",
                hint=hint,
                fix=as_usual(field, other.fields[0], is_safe=False) if other else None,
            )


def _form(plain: str) -> str:
    if is_abbreviated(plain):
        return _SHORT
    return _FULL if is_full(plain) else ""


def _counterparts(journals: Iterable[Journal]) -> dict[str, Journal]:
    """The other form of each journal that has one among ``journals``."""
    everything = {journal.plain: journal for journal in journals}
    full = full_forms(everything.values())
    found: dict[str, Journal] = {}
    for short, long in full.items():
        found[short] = long
        found.setdefault(long.plain, everything[short])
    return found


RULE = Rule(
    "CON004",
    "journal-form",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"form": "majority", "share": 60},
)
