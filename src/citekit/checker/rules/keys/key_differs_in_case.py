"""Two keys that differ in the case of letters alone.

BibTeX takes them for one key and reports an error; biber and pandoc tell them apart, and so a slip
in a document silently cites the other work.

    @book{alder2001, title = {On Commas}}
    @book{Alder2001, title = {On Signs}}

Give one of them another key. The fix puts a letter behind the second, in the `.bib` file and in
every document; it is made only on request.

It is harmless where neither BibTeX nor haste is at work.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.libraries import entries_of, libraries
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    pairs = {
        (entry.file.path, entry.index): (first, entry)
        for library in libraries(project)
        for first, entry in _alike(library_entries=entries_of(library))
    }
    if not pairs:
        return
    free = FreeKeys(project)
    fixes = renaming_fixes(
        project, {entry.key: free.take(entry.key) for _, entry in pairs.values()}
    )
    for first, entry in pairs.values():
        fix = fixes.get(entry.key)
        yield entry.file.problem(
            entry.node.key_span,
            f"the keys '{entry.key}' and '{first.key}' differ in case alone",
            hint=f"{fix.title}." if fix else "Give one of them another key.",
            fix=fix,
            related=(first.related("the other key"),),
        )


def _alike(library_entries: Iterator[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Entries with the first whose key differs from theirs in case alone."""
    firsts: dict[str, Entry] = {}
    for entry in library_entries:
        first = firsts.setdefault(entry.key.casefold(), entry)
        if first.key != entry.key:
            yield first, entry


RULE = Rule(
    "KEY004",
    "key-differs-in-case",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
    fixability=Fixability.UNSAFE,
)
