"""Two strings with one value.

Two names for one journal make it hard to see which entries share it, and a correction of one leaves
the other as it was.

    @string{annbot = {Annals of Botany}}
    @string{aob = {Annals of Botany}}

Use one of them. The fix puts the first name wherever the second is used and removes the second; it
is made only on request.

It is harmless where the two are meant to part ways some day.
"""

from collections.abc import Iterator, Mapping, Sequence

from citekit.checker.bib_file import BibFile, Definition
from citekit.checker.finding import Fix, Problem, Related
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.faults import shortened
from citekit.checker.rules.syntax.string_uses import StringUse, string_uses
from citekit.checker.rules.syntax.unused_string import removal_of
from citekit.model.diagnostic import Severity


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    firsts: dict[str, Definition] = {}
    uses: Mapping[str, Sequence[StringUse]] | None = None
    for definition in file.definitions:
        first = firsts.setdefault(definition.value, definition)
        if first.name.lower() == definition.name.lower() or not definition.value.strip():
            continue
        uses = _uses(file) if uses is None else uses
        yield file.problem(
            definition.node.name_span,
            f"the string '{definition.name}' says what '{first.name}' says:"
            f" '{shortened(definition.value)}'",
            hint=f"Write '{first.name}' in its place, and remove it.",
            fix=_merging(file, first, definition, uses.get(definition.name.lower(), ())),
            related=(Related(file.path, first.node.name_span, "defined here"),),
        )


def _uses(file: BibFile) -> dict[str, list[StringUse]]:
    found: dict[str, list[StringUse]] = {}
    for use in string_uses(file):
        found.setdefault(use.name.lower(), []).append(use)
    return found


def _merging(
    file: BibFile, first: Definition, second: Definition, uses: Sequence[StringUse]
) -> Fix | None:
    removal = removal_of(file, second)
    if removal is None:
        return None
    edits = tuple(file.edit(use.span.start, use.span.end, first.name) for use in uses)
    title = f"Write '{first.name}' for '{second.name}'"
    return Fix(title, (*edits, *removal.edits), is_safe=False)


RULE = Rule(
    "SYN012",
    "synonymous-strings",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
