"""A key that does not follow the project's pattern.

A pattern makes keys that can be guessed: who has the book at hand can cite it without a look at the
`.bib` file.

    @book{mybook,
      author = {Moritz Alder},
      year = 2001,
    }

Give it the key that the pattern makes (`alder2001`). The fix renames it in the `.bib` file and in
every document; it is made only on request. `citekit keys` renames all of them at once.

It is a matter of agreement. A letter that tells two works of a year apart is part of the pattern.

Options: `pattern`, what keys are made by, in the notation of `citekit keys` and JabRef
(`[auth:lower][year]`).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.keys.renaming import FreeKeys, renaming_fixes
from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_keys.assigning import fits_pattern, plan_keys
from citekit.formats.bib_keys.pattern import KeyPattern, parse_pattern
from citekit.model.diagnostic import Severity


def _check(project: Project, options: RuleOptions) -> Iterator[Problem]:
    pattern = parse_pattern(options.text("pattern"))
    deviating: dict[str, Entry] = {}
    wanted: dict[str, str] = {}
    for file in project.bib_files:
        for entry, key in _deviating(file, pattern):
            deviating.setdefault(entry.key, entry)
            wanted.setdefault(entry.key, key)
    if not wanted:
        return
    free = FreeKeys(project)
    renames = {old: free.take(new) for old, new in wanted.items()}
    fixes = renaming_fixes(project, renames)
    for key, entry in deviating.items():
        yield entry.file.problem(
            entry.node.key_span,
            f"the key '{key}' does not follow the pattern '{options.text('pattern')}'",
            hint=f"Call it '{renames[key]}', here and in every document.",
            fix=fixes.get(key),
        )


def _deviating(file: BibFile, pattern: KeyPattern) -> Iterator[tuple[Entry, str]]:
    raw = [
        RawEntry(
            entry.type, entry.key, {field.name: field.value for field in reversed(entry.fields)}
        )
        for entry in file.entries
    ]
    renames = plan_keys(raw, pattern).renames
    for entry in file.entries:
        new = renames.get(entry.key)
        full = RawEntry(entry.type, entry.key, entry.values)
        if new and not fits_pattern(entry.key, full, pattern):
            yield entry, new


RULE = Rule(
    "KEY006",
    "pattern-deviation",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"pattern": "[auth:lower][year]"},
)
