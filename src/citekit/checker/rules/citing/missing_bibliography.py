r"""A bibliography file that a document names and that is not there, or that it names twice.

Without the file no citation of it can be found. The keys that may stand in it are not reported on
top of that.

    \bibliography{refs,refs}

Correct the name, or put the file where it is looked for: beside the document, or in a folder above
it, from which LaTeX is run. A name that stands twice in one list is removed by the fix.

Files that come with TeX (`IEEEabrv`), addresses and names that a macro makes are passed over.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.project import Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.drafts.key_uses.uses import BibliographyUse
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\s*(?:\[[^\[\]{}]*\])?\s*\{[^{}]*\Z")
_ONCE = frozenset({"bibliography", "addbibresource", "addglobalbib"})
_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd", ".mkd")
_LONGEST = 2000
_UNKNOWN = re.compile(r"://|[$#<>*]|\\")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for manuscript in project.manuscripts:
        said: set[str] = set()
        for document in manuscript.documents:
            for use in document.missing:
                if use.path not in said and not _is_elsewhere(use):
                    said.add(use.path)
                    yield _absent(document, use, [file.path for file in manuscript.bib_files])
            yield from _twice(document)


def _is_elsewhere(use: BibliographyUse) -> bool:
    names = load_words("citekit.checker.rules.citing", "cite_commands", "distributed")
    path = PurePosixPath(use.path)
    return bool(_UNKNOWN.search(use.path)) or path.name.removesuffix(".bib") in names


def _absent(document: DocumentFile, use: BibliographyUse, others: list[str]) -> Problem:
    instead = f" The keys were looked for in {', '.join(others[:3])}." if others else ""
    return document.problem(
        use.span,
        f"there is no bibliography '{use.path}'",
        hint=f"Correct the name, or check the document together with that file.{instead}",
    )


def _twice(document: DocumentFile) -> Iterator[Problem]:
    seen: dict[str, BibliographyUse] = {}
    for use in document.cited.bibliographies:
        first = seen.setdefault(use.path.removesuffix(".bib"), use)
        if first is not use and _stands_for_all(document, use) and _stands_for_all(document, first):
            yield document.problem(
                use.span,
                f"the bibliography '{use.path}' is named twice",
                hint="Remove one of the two.",
                fix=_removal(document, use),
            )


def _stands_for_all(document: DocumentFile, use: BibliographyUse) -> bool:
    """Whether the name is not that of the list of a part, such as one chapter."""
    start = use.span.start
    match = _COMMAND.search(document.text[max(0, start - _LONGEST) : start])
    if match:
        return match["name"] in _ONCE
    return document.path.lower().endswith(_MARKDOWN)


def _removal(document: DocumentFile, use: BibliographyUse) -> Fix | None:
    """The fix that takes a name out of a list of LaTeX, with the comma before it."""
    before = document.text[: use.span.start].rstrip()
    if not before.endswith(",") or not document.path.lower().endswith((".tex", ".ltx", ".rnw")):
        return None
    edit = document.edit(len(before) - 1, use.span.end)
    return Fix("Remove the second", (edit,))


RULE = Rule(
    "CIT015",
    "missing-bibliography",
    __doc__,
    Severity.ERROR,
    ProjectCheck(_check),
    fixability=Fixability.SAFE,
)
