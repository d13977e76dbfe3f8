"""A type of entry that is misspelt.

BibTeX and biber print an entry of an unknown type as `@misc`, without its journal, its pages or
its publisher.

    @artcle{alder2001,

Write the type that is meant. The fix takes the standard type that is at most a letter (two, in long
names) away; it is made only on request.

It is wrong where a style has a type of its own with such a name: tell it of that. Types that are
near to no standard one are reported by `unknown-type`.

Options: `known`, further types that are no slips (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import is_known_type, type_meant
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    known = {name.lower() for name in options.words("known")}
    for entry in file.entries:
        if is_known_type(entry.type) or entry.type in known:
            continue
        meant = type_meant(entry.type)
        if meant:
            span = entry.node.type_span
            yield entry.problem(
                f"there is no type '@{entry.node.type}'",
                span=span,
                hint=f"Write '@{meant}'.",
                fix=entry.retyping(meant, is_safe=False),
            )


RULE = Rule(
    "SYN016",
    "misspelt-type",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
    options={"known": ()},
)
