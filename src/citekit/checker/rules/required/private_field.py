"""A field that is for your own use or for a program: no style prints it.

Abstracts, paths of files, marks of groups and times of entry make a `.bib` file many times as
large, and paths and notes may tell more than is meant for readers of a published file.

    file = {:/home/nora/papers/alder2001.pdf:PDF},
    timestamp = {2021-03-05},

Remove such fields from a file that is given away. The fix does, on request only: what it takes out
stands nowhere else.

It is harmless, and meant so, in your own library: it is off unless asked for.

Options: `fields`, the names of the fields: `abstract`, `file`, `keywords`, `groups`, `timestamp`,
`owner`, `creationdate`, `modificationdate`, `readstatus`, `ranking`, `priority`, `comment`,
`__markedentry`, `date-added`, `date-modified`, `bdsk-url-1`, `bdsk-url-2`, `bdsk-file-1`,
`local-url`, `mendeley-groups`, `mendeley-tags`, `biburl`, `bibsource`, `adsurl`, `adsnote`,
`citeulike-article-id`, `posted-at`.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_FIELDS = (
    "abstract", "file", "keywords", "groups", "timestamp", "owner", "creationdate",
    "modificationdate", "readstatus", "ranking", "priority", "comment", "__markedentry",
    "date-added", "date-modified", "bdsk-url-1", "bdsk-url-2", "bdsk-file-1", "local-url",
    "mendeley-groups", "mendeley-tags", "biburl", "bibsource", "adsurl", "adsnote",
    "citeulike-article-id", "posted-at",
)  # fmt: skip


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    private = options.words("fields")
    for field in entry.fields:
        if field.name in private:
            yield entry.problem(
                f"'{field.node.name}' is for your own use and is not printed",
                span=field.node.name_span,
                hint=f"Remove '{field.node.name}' before you give the file away.",
                fix=field.removal(is_safe=False),
            )


RULE = Rule(
    "REQ012",
    "private-field",
    __doc__,
    Severity.STYLE,
    EntryCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"fields": _FIELDS},
)
