"""A field that an entry has twice with different values.

BibTeX takes the first value and biber the last, and neither can know which is right.

    year = 2001,
    year = 2002,

Remove the one that is wrong; if both are wanted, join them in one field, or move one of them to a
field of its own.

It is harmless for fields that no style prints, such as two `file`s.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import shortened
from citekit.checker.rules.syntax.field_repetitions import field_repetitions
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for repetition in field_repetitions(file):
        if not repetition.is_equal:
            first, other = repetition.first, repetition.other
            values = f"first '{shortened(first.value)}', then '{shortened(other.value)}'"
            yield other.entry.problem(
                f"'{other.name}' stands twice: {values}",
                span=other.node.name_span,
                hint="Remove the one that is wrong, or join them.",
                related=(first.related("stands first here"),),
            )


RULE = Rule("SYN015", "contradictory-field", __doc__, Severity.ERROR, FileCheck(_check))
