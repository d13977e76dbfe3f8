"""A title of proceedings with "Proceedings of the" among titles without it, or the other way round.

    booktitle = {Proceedings of the Conference on Hedges},
    booktitle = {Conference on Shrubs},

Name all in one way, that which most have. The fix takes the words out, or puts them in front; it is
made only on request. Abbreviated forms ("Proc.") count as having them.

It is harmless where each volume is to be named as its title page has it.

Options: `share`, how many per cent must be written one way to be the usual one (60).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import deviating
from citekit.model.diagnostic import Severity

_HEAD = re.compile(
    r"\s*\{{0,2}(?:(?:In:?\s+)?(?:Proceedings|Proc\.?|Procs\.)\}{0,2}(?:\s+of)?(?:\s+the)?\s+)(?=\S)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:conference|conf\.|symposium|symp\.|workshop|meeting|congress|colloquium)", re.IGNORECASE
)
_WITH, _WITHOUT = "with", "without"


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    ways: list[tuple[Field, str]] = []
    for entry in file.entries:
        field = entry.get("booktitle")
        if field is None or not entry.type.endswith(("proceedings", "conference")):
            continue
        if _HEAD.match(field.value):
            ways.append((field, _WITH))
        elif _MEETING.search(field.value):
            ways.append((field, _WITHOUT))
    for field, _, usual in deviating(ways, options.number("share")):
        yield _problem(field, usual.share)


def _problem(field: Field, share: str) -> Problem:
    match = _HEAD.match(field.value)
    if match is None:
        return field.problem(
            f"'{field.plain}' is without 'Proceedings of the', unlike {share}",
            hint=f"Write 'Proceedings of the {field.plain}'.",
            fix=field.amendment(
                "Write 'Proceedings of the' in front", 0, 0, "Proceedings of the ", is_safe=False
            ),
        )
    can_cut = "{" not in match[0]
    return field.problem(
        f"'{match[0].strip()}' stands before the name of the conference, unlike {share}",
        start=match.start(),
        end=match.end(),
        hint=f"Write '{field.value[match.end() :].strip()}'.",
        fix=field.amendment("Take the words out", 0, match.end(), is_safe=False)
        if can_cut
        else None,
    )


RULE = Rule(
    "CON012",
    "proceedings-of-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"share": 60},
)
