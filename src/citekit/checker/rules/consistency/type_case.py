"""The name of a type that is written with other capitals than most.

    @article{alder2001, …}
    @InProceedings{quill2003, …}

Programs do not mind; people search for one form and miss the other. The fix writes the name as most
are written, of equally frequent ways as the first.

It is harmless, and a matter of taste.

Options: `share`, how many per cent must be written one way to be the usual one (50).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import deviating
from citekit.checker.rules.consistency.letter_case import way_of, written
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    ways = [(entry, way_of(entry.node.type)) for entry in file.entries]
    for entry, way, usual in deviating(ways, options.number("share")):
        wanted = written(entry.type, usual.usual)
        yield entry.problem(
            f"'@{entry.node.type}' is in {way}, unlike {usual.share} in {usual.usual}",
            span=entry.node.type_span,
            hint=f"Write '@{wanted}'.",
            fix=entry.retyping(wanted),
        )


RULE = Rule(
    "CON011",
    "type-case-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"share": 50},
)
