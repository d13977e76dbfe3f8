"""The name of a field that is written with other capitals than most.

    author = {Alder, Moritz},
    Title  = {On Hedges},

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
    ways = [(field, way_of(field.node.name)) for entry in file.entries for field in entry.fields]
    for field, way, usual in deviating(ways, options.number("share")):
        wanted = written(field.name, usual.usual)
        if wanted != field.node.name:
            yield field.entry.problem(
                f"'{field.node.name}' is in {way}, unlike {usual.share} in {usual.usual}",
                span=field.node.name_span,
                hint=f"Write '{wanted}'.",
                fix=field.renaming(wanted),
            )


RULE = Rule(
    "CON020",
    "field-case-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"share": 50},
)
