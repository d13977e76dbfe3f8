"""A field that the style does not print.

What stands in such a field is known to the file and missing in the printed reference. The standard
styles of BibTeX print no `doi`, no `url` and no `isbn`, for example.

    doi = {10.5555/12345678},

Choose a style that prints it, or put the value into a field that is printed, such as `note`.

It is harmless for fields that are only for yourself; those of programs, abstracts and key words
are never meant. The rule looks at files for BibTeX alone unless it is given a list.

Options: `printed`, the fields that your style prints (those of BibTeX's standard styles: plain,
unsrt, alpha and abbrv).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.known_names import fields_of
from citekit.model.diagnostic import Severity

_STANDARD = tuple(sorted(fields_of("bibtex")))


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    if options.words("printed") == _STANDARD and file.dialect != BIBTEX:
        return
    printed = {name.lower() for name in options.words("printed")}
    meant = (fields_of("bibtex", "shared", "biblatex") - fields_of("unprinted")) - printed
    for entry in file.entries:
        for field in entry.fields:
            if field.name in meant and field.value.strip():
                yield entry.problem(
                    f"the style prints no '{field.name}'",
                    span=field.node.name_span,
                    hint="Choose a style that does, or put the value into a field that is printed.",
                )


RULE = Rule(
    "SYN020",
    "dropped-field",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    options={"printed": _STANDARD},
)
