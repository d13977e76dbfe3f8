"""A volume that others refer to by `crossref`, without the `booktitle` that they take over.

BibTeX takes fields over under their own name: a paper gets the `booktitle` of the proceedings, not
their `title`, and is printed without the place where it appeared ("empty booktitle in alder2001").

    @inproceedings{alder2001, crossref = {hedges}, …}
    @proceedings{hedges, title = {Hedge Days 2001}, year = 2001}

Give the volume a `booktitle` with the words of its title. The fix does.

It is harmless for BibLaTeX, which knows that the title of the one is the booktitle of the other;
files for it are let alone. So are volumes whose papers have a `booktitle` of their own.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_HEIRS = frozenset({"inproceedings", "conference", "incollection"})


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    heirs: dict[str, Entry] = {}
    for entry in file.entries:
        link = entry.get("crossref")
        if link is not None and entry.type in _HEIRS and entry.get("booktitle") is None:
            heirs.setdefault(link.value.strip().lower(), entry)
    if not heirs or file.dialect != BIBTEX:
        return
    for entry in file.entries:
        title = entry.get("title")
        heir = heirs.get(entry.key.lower())
        if heir is None or title is None or entry.get("booktitle") is not None:
            continue
        yield entry.problem(
            f"'@{entry.node.type}' has a 'title', but no 'booktitle' for '{heir.key}' to take over",
            hint=f"Add 'booktitle = {title.written}'.",
            fix=entry.addition("booktitle", title.written, after=title),
            related=(heir.related("the entry that takes over"),),
        )


RULE = Rule(
    "REQ015",
    "parent-without-booktitle",
    __doc__,
    Severity.WARNING,
    FileCheck(_check),
    fixability=Fixability.SAFE,
)
