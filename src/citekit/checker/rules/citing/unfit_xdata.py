"""A value taken from an `xdata` entry that has no such value, or one of another kind.

`xdata=key-author-2` takes the second author of the entry `key`. Biber warns and leaves the field
out if that entry has no such field or item, if a list is taken into a field that is none, or if it
is no `@xdata` entry at all.

    @xdata{names, author = {Alder, Ann}}
    @book{birch2001, editor = {xdata=names-author-2}}

Correct the field or the number, or add what is missing.

It is never harmless. Source: BibLaTeX manual, 3.13.6 "Data containers".
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.library_links import linked_libraries
from citekit.checker.rules.citing.linked_keys import Link
from citekit.formats.bib_table import FieldKind, row_of_stray_field
from citekit.formats.bib_values import split_list
from citekit.model.diagnostic import Severity

_LISTS = frozenset({FieldKind.NAMES, FieldKind.LIST})


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for library in linked_libraries(project):
        for link in library.links:
            target = library.target(link)
            if target is None or not (link.part or link.field.name == "xdata"):
                continue
            what = _fault(link, target)
            if what:
                yield link.field.problem(
                    what,
                    start=link.start,
                    end=link.end,
                    hint="Correct what is named, or add it to that entry.",
                    related=(target.related("the entry that is named"),),
                )


def _fault(link: Link, target: Entry) -> str:
    if target.type != "xdata":
        return f"takes from '{link.key}', which is no @xdata but a @{target.type}"
    if not link.part:
        return ""
    source = target.get(link.part)
    if source is None:
        return f"takes '{link.part}' of '{link.key}', which has none"
    from_kind, to_kind = _kind(link.part), _kind(link.field.name)
    if from_kind and to_kind and from_kind != to_kind and _LISTS & {from_kind, to_kind}:
        return f"takes '{link.part}' of '{link.key}', which is of another kind than the field"
    count = len(split_list(source.value))
    if from_kind in _LISTS and link.number > count:
        return f"takes item {link.number} of '{link.part}' of '{link.key}', which has {count}"
    return ""


def _kind(name: str) -> FieldKind | None:
    """The kind of a field as far as it matters: names, a list, or anything else."""
    row = row_of_stray_field(name)
    if row is None:
        return None
    return row.kind if row.kind in _LISTS else FieldKind.TEXT


RULE = Rule("CIT009", "unfit-xdata", __doc__, Severity.WARNING, ProjectCheck(_check))
