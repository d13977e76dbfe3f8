"""One journal that is written in full in some entries and abbreviated in others.

    journal = {Journal of Hedge Studies},
    journal = {J. Hedge Stud.},

Write it in one form. The usual one is the more frequent of the two in all files, of equals the full
one; the fix writes that on request.

It is wrong where the abbreviation stands for another journal. One that fits two full names is not
reported.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.journals import full_forms, journals_of
from citekit.checker.rules.consistency.spellings import Deviation, problem_of
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    journals = journals_of(project.entries)
    for name, full in full_forms(journals.values()).items():
        short = journals[name]
        rare, usual = (full, short) if len(short.fields) > len(full.fields) else (short, full)
        for field in rare.fields:
            deviation = Deviation(field, rare.plain, usual.fields[0], len(usual.fields))
            yield problem_of(deviation, is_safe=False)


RULE = Rule(
    "CON016",
    "journal-abbreviated-for-some",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
