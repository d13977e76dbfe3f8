"""A field whose name is misspelt.

Readers ignore a field that they do not know, and say nothing: its value is missing in print.

    pubisher = {Springer},

Write the name that is meant. The fix takes the standard name that is at most a letter (two, in long
names) away; it is made only on request, and not where the entry has that field already.

It is wrong where the name is one of your own: name it in the option. Fields that styles, reference
managers and data bases use are known, and names that are near to no standard one are reported by
`unknown-field`.

Options: `known`, further fields that are no slips (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import field_meant, is_known_field
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    known = {name.lower() for name in options.words("known")}
    for entry in file.entries:
        for field in entry.fields:
            if is_known_field(field.name) or field.name in known:
                continue
            meant = field_meant(field.name)
            if meant:
                yield entry.problem(
                    f"there is no field '{field.node.name}'; it is left out",
                    span=field.node.name_span,
                    hint=f"Write '{meant}'.",
                    fix=None if entry.get(meant) else field.renaming(meant, is_safe=False),
                )


RULE = Rule(
    "SYN019",
    "misspelt-field",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
    options={"known": ()},
)
