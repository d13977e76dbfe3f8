"""One ISSN under two names of a journal, so that one of the three is wrong or differs in form.

    journal = {Annals of Botany}, issn = {0305-7364}
    journal = {Ann. Bot.},        issn = {0305-7364}

Write the journal in one way, or correct the ISSN. The fix writes the name that most entries with
this ISSN have; it is made only on request.

It is harmless where a journal changed its name and kept its number, which it should not have.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.spellings import as_usual
from citekit.fields.check_digits import is_valid_issn
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_ISSN = re.compile(r"(?<![\dX-])(\d{4})[-‐–]?(\d{3}[\dXx])(?![\dX-])")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    by_issn: dict[str, list[Field]] = {}
    for entry in project.entries:
        issn, journal = entry.get("issn"), entry.first("journal", "journaltitle")
        if issn is None or journal is None or not journal.plain:
            continue
        for match in _ISSN.finditer(issn.value[:60]):
            number = f"{match[1]}-{match[2].upper()}"
            if is_valid_issn(number):
                by_issn.setdefault(number, []).append(journal)
                break
    for number, journals in by_issn.items():
        yield from _other_names(number, journals)


def _other_names(number: str, journals: list[Field]) -> Iterator[Problem]:
    counts: dict[str, int] = {}
    for journal in journals:
        name = _name(journal)
        counts[name] = counts.get(name, 0) + 1
    if len(counts) == 1:
        return
    usual = max(counts, key=lambda name: counts[name])
    model = next(journal for journal in journals if _name(journal) == usual)
    for journal in journals:
        if _name(journal) != usual:
            yield journal.problem(
                f"'{journal.plain}' has the ISSN {number} of '{model.plain}'",
                hint=f"Write '{model.plain}', or correct the ISSN.",
                fix=as_usual(journal, model, is_safe=False),
                related=(model.related("the other name"),),
            )


def _name(journal: Field) -> str:
    return fold(journal.plain).removeprefix("the ")


RULE = Rule(
    "CON023",
    "issn-of-two-journals",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
