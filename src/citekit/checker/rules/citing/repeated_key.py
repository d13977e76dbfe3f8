r"""A key that stands twice in one citation.

The work is printed twice, or once, as the style has it; most often another work was meant.

    \cite{alder1999,birch2001,alder1999}

Remove it; the fix does where nothing but the key is lost. Different pages of one work are no
repetition.

It is harmless only where a program folds them.
"""

import re
from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import DocumentCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import Group, groups_of
from citekit.drafts.key_uses.uses import KeyUse
from citekit.model.diagnostic import Severity

_GAP = re.compile(r"\s*[,;]\s*[-&]?@?")
_FOLLOWS = re.compile(r"\s*[,;\]}`\"']")


def _check(document: DocumentFile, _options: RuleOptions) -> Iterator[Problem]:
    for group in groups_of(document):
        if len(group.uses) > 1:
            yield from _in_group(group)


def _in_group(group: Group) -> Iterator[Problem]:
    seen: dict[tuple[str, str], KeyUse] = {}
    for number, use in enumerate(group.uses):
        first = seen.setdefault((use.key, f"{use.label} {use.locator}"), use)
        if first is not use:
            yield group.document.problem(
                use.span,
                f"'{use.key}' is cited twice in one citation",
                hint=f"Remove the second '{use.key}', or cite what was meant.",
                fix=_removal(group, number),
                related=(group.document.related(first.span, "the first"),),
            )


def _removal(group: Group, number: int) -> Fix | None:
    """The fix that takes the key out with the sign before it, if nothing else belongs to it."""
    use, before, text = group.uses[number], group.uses[number - 1], group.document.text
    gap = text[before.span.end : use.span.start]
    if not _GAP.fullmatch(gap) or not _FOLLOWS.match(text, use.span.end) or use.locator:
        return None
    edit = group.document.edit(before.span.end, use.span.end)
    return Fix(f"Remove the second '{use.key}'", (edit,))


RULE = Rule(
    "CIT010",
    "repeated-key",
    __doc__,
    Severity.STYLE,
    DocumentCheck(_check),
    fixability=Fixability.SAFE,
)
