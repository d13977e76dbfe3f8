"""A type, a field or a string whose name does not begin with a letter.

BibTeX refuses names that begin with a digit, and biber refuses further signs: the rest of the
entry is lost.

    1author = {Moritz Alder},

Begin the name with a letter.

It is harmless where a program keeps its own notes under such a name and nothing else reads it, as
JabRef once did with `__markedentry`.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_HARMLESS = frozenset({"__markedentry"})


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for definition in file.definitions:
        if not definition.name[:1].isalpha():
            yield _problem(file, definition.node.name_span, "string")
    for entry in file.entries:
        if not entry.type[:1].isalpha():
            yield _problem(file, entry.node.type_span, "type")
        for field in entry.fields:
            if not field.name[:1].isalpha() and field.name not in _HARMLESS:
                yield _problem(file, field.node.name_span, "field")


def _problem(file: BibFile, span: Span, kind: str) -> Problem:
    name = file.text[span.start : span.end]
    return file.problem(
        span,
        f"the name of the {kind} '{name}' does not begin with a letter",
        hint="Begin it with a letter.",
    )


RULE = Rule("SYN024", "odd-name", __doc__, Severity.ERROR, FileCheck(_check))
