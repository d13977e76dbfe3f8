"""An entry that says too little to find the work: nothing but its title, or not even that.

Without an author, a body, a container or an address, nobody can find what is cited.

    @misc{hedges, title = {On Hedges}, year = 2001}

Add who made it, where it came out, or where it can be found. Entries of which their type asks more,
such as articles without an author, are reported as lacking fields (REQ001, REQ002).

It is wrong for works that everybody finds by their title, such as holy books; entries that others
refer to (`crossref`, `xdata`) and sets are let alone.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.missing import lacking
from citekit.checker.rules.syntax.known_names import is_known_type
from citekit.model.diagnostic import Severity

_WHAT_FINDS = (
    "author", "editor", "organization", "institution", "school", "publisher", "journal",
    "journaltitle", "booktitle", "howpublished", "url", "doi", "eprint", "isbn", "issn", "series",
    "holder", "shorthand", "bookauthor", "translator", "note", "maintitle", "eventtitle", "address",
    "location", "file", "key", "addendum", "number", "annotation", "label", "entryset",
    "xdata", "crossref", "related",
)  # fmt: skip
_NO_WORKS = frozenset({"xdata", "set", "control", "bibtexcontrol", "ieeetranbstctl", "comment"})


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    bare = [
        entry
        for entry in file.entries
        if entry.type not in _NO_WORKS
        and is_known_type(entry.type)
        and entry.first(*_WHAT_FINDS) is None
        and not any(lacking(entry, file.dialect, RuleOptions({"unneeded": ()})))
        and not entry.has(*_WHAT_FINDS)
    ]
    if not bare:
        return
    parents = {
        key.strip().lower()
        for entry in file.entries
        for field in entry.fields
        if field.name in {"crossref", "xref", "xdata", "entryset", "related"}
        for key in field.value.split(",")
    }
    for entry in bare:
        if entry.key.lower() not in parents:
            has = ", ".join(f"'{field.node.name}'" for field in entry.fields) or "nothing"
            yield entry.problem(
                f"the entry has {has} only, by which nobody finds the work",
                hint="Add who made it, where it came out, or its address.",
            )


RULE = Rule("REQ013", "bare-entry", __doc__, Severity.WARNING, FileCheck(_check))
