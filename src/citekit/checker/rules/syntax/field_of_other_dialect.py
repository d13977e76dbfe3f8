"""A field of BibLaTeX that stands for one of BibTeX, in a file for BibTeX.

BibTeX ignores fields that its style does not know: an article with `journaltitle` is printed
without its journal, one with `date` without its year.

    @article{alder2001,
      journaltitle = {Annals of Botany},
      date = {2001-05},
    }

Use BibTeX's names: `journal`, `year` and `month`, `address`. The fix does. An entry that has the
field of BibTeX besides is none of this rule's.

It is wrong where the file is read by biber or pandoc: say so in the settings (`dialect`).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.formats.bib_syntax.changes import add_field, rename_field
from citekit.formats.bib_tidy.tables import month_macros
from citekit.model.diagnostic import Severity

_ALIASES = {
    "journaltitle": "journal",
    "location": "address",
    "date": "year",
    "annotation": "annote",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?")


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    for entry in file.entries:
        for field in entry.fields:
            name = _ALIASES.get(field.name)
            if name and file.dialect == BIBTEX and not entry.has(name) and field.value.strip():
                yield entry.problem(
                    f"BibTeX has no field '{field.node.name}' and leaves it out",
                    span=field.node.name_span,
                    hint=f"Write '{_written(field, name)}'.",
                    fix=_fix(field, name),
                )


def _written(field: Field, name: str) -> str:
    match = _DATE.fullmatch(field.value) if name == "year" else None
    return f"year = {match[1]}" if match else name


def _fix(field: Field, name: str) -> Fix | None:
    if name != "year":
        return field.renaming(name)
    match = _DATE.fullmatch(field.value)
    value = field.replacement("", match[1]) if match else None
    if match is None or value is None:
        return None
    entry, path = field.entry, field.entry.file.path
    edits = [FileEdit(path, rename_field(field.node, "year")), *value.edits]
    title = f"Write 'year = {match[1]}'"
    month = month_macros().get(match[2] or "")
    if month and not entry.has("month"):
        source = entry.file.source
        added = add_field(source, entry.node, "month", month, after=field.node)
        edits += (FileEdit(path, edit) for edit in added)
        title += f" and 'month = {month}'"
    return Fix(title, tuple(edits))


RULE = Rule(
    "SYN018",
    "field-of-other-dialect",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
