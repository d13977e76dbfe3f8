"""A type of entry that neither BibTeX nor BibLaTeX nor any common style knows.

Styles that do not know a type print it as `@misc`, with few of its fields.

    @gizmo{alder2001,

Write a type that your style knows, or name yours in the option. Slips of a standard type are
reported by `misspelt-type`.

It is harmless where a style of your own defines the type.

Options: `known`, further types that your style knows (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import is_known_type, type_meant
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    known = {name.lower() for name in options.words("known")}
    for entry in file.entries:
        if is_known_type(entry.type) or entry.type in known or type_meant(entry.type):
            continue
        yield entry.problem(
            f"no style is known that has a type '@{entry.node.type}'",
            span=entry.node.type_span,
            hint="Write a type that your style knows, such as '@misc'.",
        )


RULE = Rule(
    "SYN038",
    "unknown-type",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    options={"known": ()},
)
