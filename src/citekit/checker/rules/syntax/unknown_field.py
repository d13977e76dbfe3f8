"""A field that neither BibTeX nor BibLaTeX nor any common style or program knows.

Nothing prints it. It may be a remark of your own, or a name that another program would call
otherwise.

    shelf = {B 12},

Rename it to a field that is known, remove it, or name it in the option. Slips of a standard field
are reported by `misspelt-field`.

It is harmless where the field is yours and meant to be read by you alone.

Options: `known`, further fields that are in use (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import field_meant, is_known_field
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    known = {name.lower() for name in options.words("known")}
    for entry in file.entries:
        for field in entry.fields:
            name = field.name
            if not is_known_field(name) and name not in known and not field_meant(name):
                yield entry.problem(
                    f"no style or program is known that reads the field '{field.node.name}'",
                    span=field.node.name_span,
                    hint="Rename it to a field that is read, or remove it.",
                )


RULE = Rule(
    "SYN039",
    "unknown-field",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    options={"known": ()},
)
