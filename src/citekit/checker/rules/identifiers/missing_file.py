"""A `file` that is not there.

Reference managers keep the path of a copy in `file`; after a move of the folder it leads nowhere.

    file = {papers/knuth1984.pdf}

Correct the path, or take the field out. Paths count from the folder of the `.bib` file; the forms
of JabRef (`:path:PDF`), Mendeley and Zotero are read.

It is wrong where the copies are on another machine, which is why the rule is off unless chosen.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_WHOLE = re.compile(r"(?:[^:;]*?:)?((?:[A-Za-z]\\?:[\\/])?[^:;]+)(?::[^:;]*)?")
_MOST = 20


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    folder = Path(field.entry.file.path).parent
    for part in field.value.split(";")[:_MOST]:
        match = _WHOLE.fullmatch(part.strip())
        if match is None or "://" in part or "\0" in part:
            continue
        path = match[1].strip()
        try:
            is_there = (folder / path.replace("\\_", "_")).exists()
        except (OSError, ValueError):
            is_there = False
        if path and not is_there:
            yield field.problem(f"'{path}' is not there", hint="Correct the path or remove it.")


RULE = Rule(
    "IDN031",
    "missing-file",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"file"})),
    is_default=False,
)
