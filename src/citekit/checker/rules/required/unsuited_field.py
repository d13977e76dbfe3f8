"""A field that does not suit the type of its entry.

Styles leave it out: the pages of a whole volume of proceedings, the publisher of a thesis, the
journal of a book. Often the type is wrong, or the field has another name there.

    @phdthesis{alder2001, institution = {University of Graz}, …}

Rename the field (`school`), or give the entry the type that has it. The fix does what is known:
without being asked where the field has another name, on request where the type changes, and where
a publisher becomes a school, which it may not be.

It is harmless where the field is for readers of the file only.

Options: `ignored`, fields that may stand anywhere (none).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import table, unsuited
from citekit.model.diagnostic import Severity


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    for field in entry.fields:
        if entry.type not in unsuited(field.name) or not field.value.strip():
            continue
        if field.name in options.words("ignored") or _is_alias(field):
            continue
        yield _problem(field)


def _is_alias(field: Field) -> bool:
    """Whether BibLaTeX takes the one for the other."""
    return field.entry.file.dialect != BIBTEX and field.name in {"school", "institution"}


def _problem(field: Field) -> Problem:
    entry = field.entry
    wanted = table(f"unsuited-renamed.{field.name}").get(entry.type, "")
    retyped = table(f"unsuited-retyped.{field.name}").get(entry.type, "")
    hint, fix = f"Remove '{field.node.name}', or correct the type.", None
    if wanted and entry.get(wanted) is None:
        hint, fix = (
            f"Call it '{wanted}'.",
            field.renaming(wanted, is_safe=field.name != "publisher"),
        )
    elif retyped:
        hint = f"Make the entry '@{retyped}', or remove '{field.node.name}'."
        fix = entry.retyping(retyped, is_safe=False)
    return entry.problem(
        f"'{field.node.name}' does not suit '@{entry.node.type}'",
        span=field.node.name_span,
        hint=hint,
        fix=fix,
    )


RULE = Rule(
    "REQ006",
    "unsuited-field",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"ignored": ()},
)
