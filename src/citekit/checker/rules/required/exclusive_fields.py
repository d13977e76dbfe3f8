"""Two fields of which an entry may have one only.

The styles of BibTeX print the author of a book or its editor, and its volume or its number in the
series: "can't use both author and editor fields". The second is left out of the list. BibLaTeX
takes `date` or `year`, and of the two prints the date.

    @book{alder2001, author = {Alder, Moritz}, editor = {Quill, Nora}, …}

Remove one of them. An editor of somebody's collected works belongs into `note`, or the file is one
for BibLaTeX, which knows both. A year that repeats the date is removed by the fix.

It is harmless where a style prints both, as many newer ones do.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.dialects import BIBLATEX
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.models import exclusive
from citekit.model.diagnostic import Severity


def _check(entry: Entry, _options: RuleOptions) -> Iterator[Problem]:
    pairs = exclusive(entry.file.dialect, entry.type)
    if entry.file.dialect == BIBLATEX:
        yield from _date_and_year(entry)
    for names in pairs:
        kept, other = entry.get(names[0]), entry.get(names[1])
        if kept and other and kept.value.strip() and other.value.strip():
            yield other.problem(
                f"'{other.value}' stands beside '{kept.name}', and BibTeX prints one of them only",
                hint=f"Remove '{other.node.name}' or '{kept.node.name}'.",
                fix=other.removal(is_safe=False),
                related=(kept.related(f"the {kept.name}"),),
            )


def _date_and_year(entry: Entry) -> Iterator[Problem]:
    date, year = entry.get("date"), entry.get("year")
    if date is None or year is None or not date.value.strip() or not year.value.strip():
        return
    repeats = date.value.strip()[:4] == year.value.strip()
    yield year.problem(
        f"'{year.value}' stands beside the date '{date.value}', which is printed",
        hint=f"Remove '{year.node.name}'.",
        fix=year.removal(is_safe=repeats),
        related=(date.related("the date"),),
    )


RULE = Rule(
    "REQ003",
    "exclusive-fields",
    __doc__,
    Severity.WARNING,
    EntryCheck(_check),
    is_default=False,
    fixability=Fixability.SAFE,
)
