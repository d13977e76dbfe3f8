"""A string that is defined and never used.

It is left over from an entry that is gone, or a value was written out where the string was meant.

    @string{annbot = {Annals of Botany}}

Remove the definition; the fix does. A string counts as used if any `.bib` file of the project
uses it.

It is harmless in a file of strings that several projects share.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Definition
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.syntax.string_uses import string_uses
from citekit.formats.bib_syntax.changes import remove_entry
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    used = {use.name.lower() for file in project.bib_files for use in string_uses(file)}
    for file in project.bib_files:
        is_whole = not any(entry.is_broken for entry in file.source.entries())
        for definition in file.definitions:
            if definition.name.lower() not in used:
                yield file.problem(
                    definition.node.name_span,
                    f"nothing uses the string '{definition.name}'",
                    hint=f"Remove its definition, or write '{definition.name}' where it is meant.",
                    fix=removal_of(file, definition) if is_whole else None,
                )


def removal_of(file: BibFile, definition: Definition) -> Fix | None:
    """The fix that takes a definition out; ``None`` if it shares its block with others."""
    if len(definition.block.fields) > 1 or definition.block.is_broken:
        return None
    edit = FileEdit(file.path, remove_entry(file.source, definition.block))
    return Fix(f"Remove the string '{definition.name}'", (edit,))


RULE = Rule(
    "SYN010",
    "unused-string",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
