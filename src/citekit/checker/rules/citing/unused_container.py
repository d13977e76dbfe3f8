"""An `@xdata` entry that no entry takes anything from.

Such an entry is printed nowhere and handed down to nobody: what it was made for is gone, or names
it wrongly.

    @xdata{oslo, location = {Oslo}}     (no entry has `xdata = {oslo}`)

Remove it, or name it. The fix, made on request, removes it.

It is harmless where another file names it that was not given. The rule is off by default.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.linked_keys import keys_named_in
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    containers = [entry for entry in project.entries if entry.type == "xdata" and entry.key]
    if not containers:
        return
    named = {key for file in project.bib_files for key in keys_named_in(file)}
    for entry in containers:
        if named.isdisjoint(_keys_of(entry)):
            yield entry.file.problem(
                entry.node.key_span,
                f"nothing takes anything from '{entry.key}'",
                hint="Name it in 'xdata', or remove it.",
                fix=entry.removal(),
            )


def _keys_of(entry: Entry) -> Iterator[str]:
    """The key of the entry, and its other ones."""
    yield entry.key.casefold()
    ids = entry.get("ids")
    for key in ids.value.split(",") if ids else ():
        yield key.strip().casefold()


RULE = Rule(
    "CIT023",
    "unused-container",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
