"""A string that a file defines twice.

BibTeX and biber take the later value from there on, so that one name means two things, depending
on where an entry stands. Case does not count: `TCS` and `tcs` are one name.

    @string{annbot = {Annals of Botany}}
    @string{annbot = {Ann. Bot.}}

Remove one definition, or give it another name. The fix removes a second definition that says the
same as the first.

It is harmless where both say the same.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem, Related
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import shortened
from citekit.checker.rules.syntax.string_uses import definitions_by_name
from citekit.checker.rules.syntax.unused_string import removal_of
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if len(file.definitions) < 2:  # noqa: PLR2004 - one alone repeats nothing
        return
    for first, *others in definitions_by_name(file).values():
        for other in others:
            is_equal = other.value == first.value
            values = f"'{shortened(first.value)}', then '{shortened(other.value)}'"
            yield file.problem(
                other.node.name_span,
                f"the string '{other.name}' is defined again"
                + (", with the same value" if is_equal else f": first {values}"),
                hint="Remove this definition."
                if is_equal
                else "Remove one of the definitions, or give it another name.",
                fix=removal_of(file, other) if is_equal else None,
                related=(Related(file.path, first.node.name_span, "defined first here"),),
            )


RULE = Rule(
    "SYN011",
    "repeated-string",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
