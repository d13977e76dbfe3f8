r"""A citation with a comma too many.

`\cite{alder1999,}` asks for a work without a name: a question mark is printed, and BibTeX
complains.

    \cite{alder1999,,birch2001}

Name the work, or remove what is too much; the fix removes commas.

It is never meant.
"""

import re
from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import groups_of
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_LIST = re.compile(r"\{(?P<keys>[^{}%]*)\}")
_IDLE = re.compile(r"\A\s*,+|,(?=\s*,)|,(?=\s*\Z)")


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    for group in groups_of(document):
        if group.notation is not KeyNotation.LATEX or "," not in group.text:
            continue
        start = document.text.rfind("{", group.span.start, group.uses[0].span.start)
        match = _LIST.match(document.text, start) if start >= 0 else None
        if match:
            keys = match["keys"]
            for comma in _IDLE.finditer(keys):
                place = match.start("keys") + comma.start()
                stop = match.start("keys") + comma.end()
                yield document.problem(
                    Span(place, stop),
                    f"a key is missing at a comma of '{keys}'",
                    hint="Remove the comma, or name the work.",
                    fix=Fix("Remove the comma", (document.edit(place, stop),)),
                )


RULE = Rule(
    "CIT021",
    "empty-key",
    __doc__,
    Severity.WARNING,
    DocumentCheck(_check),
    fixability=Fixability.SAFE,
)
