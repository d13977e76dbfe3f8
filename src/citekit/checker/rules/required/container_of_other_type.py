"""A `journal` in a paper of proceedings or a book, or a `booktitle` in an article.

An article is printed with its `journal`, a paper of proceedings or a chapter with its `booktitle`;
the other field is left out, and the entry comes out without the place where it was published.

    @inproceedings{alder2001, journal = {Proceedings of the Hedge Conference}, …}

Call the field by the name that the type prints, or correct the type: a handbook is no journal, even
if it is called so. The fix renames the field, if the other is not there, on request only.

An entry that has both fields is reported only if they say the same: then the one too many can go,
and the fix removes it.
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.checker.dialects import BIBLATEX
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_IN_BOOKS = frozenset({"inproceedings", "incollection", "conference", "inbook"})


def _check(entry: Entry, _options: RuleOptions) -> Iterator[Problem]:
    names: tuple[str, ...]
    if entry.type == "article":
        wrong = entry.get("booktitle")
        names = ("journal", "journaltitle")
        wanted = "journaltitle" if entry.file.dialect == BIBLATEX else "journal"
    else:
        wrong = entry.first("journal", "journaltitle")
        names, wanted = ("booktitle",), "booktitle"
    if wrong is None or not wrong.value.strip():
        return
    present = entry.first(*names)
    if present is None and not entry.has(*names):
        yield _problem(
            wrong,
            f"'{wrong.value}' is not printed in '@{entry.node.type}'",
            hint=f"Call it '{wanted}', or correct the type.",
            wanted=wanted,
        )
    elif present is not None and fold(present.plain) == fold(wrong.plain):
        yield _problem(
            wrong,
            f"'{wrong.value}' repeats '{present.node.name}'",
            hint=f"Remove '{wrong.node.name}'.",
        )


def _problem(field: Field, message: str, *, hint: str, wanted: str = "") -> Problem:
    fix = field.renaming(wanted, is_safe=False) if wanted else field.removal()
    return field.problem(message, hint=hint, fix=fix)


RULE = Rule(
    "REQ007",
    "container-of-other-type",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check, _IN_BOOKS | {"article"}),
    fixability=Fixability.SAFE,
)
