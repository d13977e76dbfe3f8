"""A string that is used before the file defines it.

BibTeX and biber read from top to bottom: where the string is used it is not yet known, and the
value stays empty.

    @article{alder2001, journal = annbot}
    @string{annbot = {Annals of Botany}}

Move the definition before its first use; the fix does, as far as it uses no other string.

It is never harmless.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Definition
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import block_at, line_end
from citekit.checker.rules.syntax.string_uses import StringUse, definitions_by_name, string_uses
from citekit.checker.rules.syntax.unused_string import removal_of
from citekit.formats.bib_syntax.nodes import ABSENT
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if not file.definitions:
        return
    defined = definitions_by_name(file)
    reported: set[str] = set()
    for use in string_uses(file):
        name = use.name.lower()
        definitions = defined.get(name)
        if definitions and name not in reported and use.span.start < definitions[0].block.start:
            reported.add(name)
            yield file.problem(
                definitions[0].node.name_span,
                f"the string '{definitions[0].name}' is used before it is defined"
                + (f", in '{use.subject}'" if use.subject else ""),
                hint="Move its definition to the start of the file.",
                fix=_moving(file, definitions[0], use),
            )


def _moving(file: BibFile, definition: Definition, use: StringUse) -> Fix | None:
    """The fix that puts the definition before the block that first uses it."""
    block, user = definition.block, block_at(file, use.span.start)
    removal = removal_of(file, definition)
    is_plain = file.text[definition.node.value_start] in '{"' and block.closing != ABSENT
    if removal is None or user is None or not is_plain:
        return None
    written = file.text[block.start : block.end] + line_end(file)
    edits = (file.edit(user.start, user.start, written), *removal.edits)
    return Fix("Move it before its first use", edits)


RULE = Rule(
    "SYN029",
    "late-definition",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
