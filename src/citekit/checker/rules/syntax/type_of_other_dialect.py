"""A type that only BibLaTeX knows, in a file for BibTeX.

The styles of BibTeX warn about a type that they do not know, and print the entry as `@misc`.

    @online{alder2001,

Write the type of BibTeX that is nearest, such as `@misc` for `@online` and `@phdthesis` for
`@thesis`. The fix does, on request only: the style may know the type.

It is wrong where the style knows the type, as many do know `@online` and `@dataset`, and where the
file is read by pandoc.

Options: `known`, the types that the style knows as well (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import bibtex_alternative, types_of
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    own = types_of("biblatex") - {name.lower() for name in options.words("known")}
    for entry in file.entries:
        if entry.type in own and file.dialect == BIBTEX:
            meant = bibtex_alternative(entry.type)
            hint = f"Write '@{meant}', or" if meant else "Write a type of BibTeX, or"
            yield entry.problem(
                f"BibTeX has no type '@{entry.node.type}'",
                span=entry.node.type_span,
                hint=f"{hint} declare the file as one for BibLaTeX.",
                fix=_fix(entry, meant),
            )


def _fix(entry: Entry, meant: str) -> Fix | None:
    return entry.retyping(meant, is_safe=False) if meant else None


RULE = Rule(
    "SYN017",
    "type-of-other-dialect",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"known": ()},
)
