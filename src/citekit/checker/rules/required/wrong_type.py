"""An entry whose fields or words are those of another type.

The type decides what is printed and how. An article "in" the proceedings of a conference, a
`@misc` with journal, volume and pages, a doctoral thesis whose type says "Master's thesis" were
most likely meant to be something else.

    @article{alder2001, journal = {Proceedings of the 3rd Conference on Hedges}, …}

Give the entry the type that it is (`@inproceedings`). The fix does, and calls a `journal`
`booktitle` where the type asks for it; it is made only on request.

It is wrong where a journal is called after a conference: name it. Well-known ones, such as the
"Conference Series" of physics, are let alone. Preprints have a rule of their own.

Options: `journals`, names of journals, or parts of names, that are no conferences (none).
"""

import re
from collections.abc import Iterator
from functools import cache

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import is_given
from citekit.formats.bib_syntax.changes import rename_field
from citekit.model.diagnostic import Severity
from citekit.text.data import load_table

_CONFERENCE = re.compile(
    r"\b(?:proc(?:eedings|\.)?\s(?:[^\s]+\s){0,12})?(?:conference|conf\.|symposium|symp\.|workshop"
    r"|congress)\s(?:on|for|of)\b|\bin:?\s+proc(?:eedings|\.)\s",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"conference (?:series|proceedings)|conf\.? (?:ser|proc)|congress(?:ional)? (?:record|series)"
    r"|journal|transactions|review|bulletin|annals|quarterly|letters|magazine|revista",
    re.IGNORECASE,
)
_MASTER = re.compile(r"\b(?:master(?:['’`]?s)?|m\.?\s?sc\.?|mathesis|diplom\w*)\b", re.IGNORECASE)
_DOCTOR = re.compile(r"\b(?:ph\.?\s?d\.?|doctoral|doctorate|dissertation)(?!\w)", re.IGNORECASE)
_LONGEST = 300


@cache
def _patterns() -> dict[str, tuple[tuple[frozenset[str], frozenset[str], str], ...]]:
    """By type: the fields that an entry of another type has and lacks, and that type."""
    rows = load_table(__package__, "models").get("wrong-type", ())
    found: dict[str, tuple[tuple[frozenset[str], frozenset[str], str], ...]] = {}
    for row in rows if isinstance(rows, list) else ():
        has, lacks = frozenset(row["has"].split()), frozenset(row["lacks"].split())
        for name in row["types"].split():
            found[name] = (*found.get(name, ()), (has, lacks, row["wanted"]))
    return found


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    if entry.type == "article":
        yield from _conference_paper(entry, options)
        return
    if entry.type in {"phdthesis", "mastersthesis"}:
        yield from _other_thesis(entry)
    for has, lacks, wanted in _patterns().get(entry.type, ()):
        if all(is_given(entry, name) for name in has) and not entry.has(*lacks):
            fields = ", ".join(f"'{name}'" for name in sorted(has))
            yield entry.problem(
                f"'@{entry.node.type}' with {fields} looks like '@{wanted}'",
                span=entry.node.type_span,
                hint=f"Make it '@{wanted}'.",
                fix=entry.retyping(wanted, is_safe=False),
            )
            return


def _conference_paper(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    journal = entry.first("journal", "journaltitle")
    if journal is None:
        return
    match = _CONFERENCE.search(journal.value[:_LONGEST])
    if match is None or _SERIES.search(journal.value):
        return
    if any(name.lower() in journal.value.lower() for name in options.words("journals")):
        return
    yield journal.problem(
        f"'{journal.value}' is a conference, no journal",
        hint="Make the entry '@inproceedings', and call the field 'booktitle'.",
        fix=_as_paper(entry, journal),
    )


def _as_paper(entry: Entry, journal: Field) -> Fix | None:
    if entry.get("booktitle") is not None:
        return None
    edits = entry.retyping("inproceedings").edits
    rename = FileEdit(entry.file.path, rename_field(journal.node, "booktitle"))
    return Fix("Make it '@inproceedings' with 'booktitle'", (*edits, rename), is_safe=False)


def _other_thesis(entry: Entry) -> Iterator[Problem]:
    field = entry.first("type", "note")
    if field is None:
        return
    is_master, is_doctor = _MASTER.search(field.value), _DOCTOR.search(field.value)
    wanted = "mastersthesis" if entry.type == "phdthesis" else "phdthesis"
    says_other = is_master if entry.type == "phdthesis" else is_doctor
    if says_other and not (is_master and is_doctor):
        yield field.problem(
            f"'{field.value}' contradicts '@{entry.node.type}'",
            hint=f"Make the entry '@{wanted}', or correct '{field.node.name}'.",
            fix=entry.retyping(wanted, is_safe=False),
        )


RULE = Rule(
    "REQ008",
    "wrong-type",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"journals": ()},
)
