"""A page cited by key that lies outside of the pages of the entry.

    [@doe1984, p. 150]      pages = {97--111}

The page, the work or the entry is wrong. Compare the work. The rule looks at articles, chapters and
the like, whose pages are one plain range; notes that cite in words have a rule of their own,
`note-page-outside-range`.

It is wrong where the cited page counts otherwise than the entry, as that of a reprint or a preprint
does.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.page_extent import outside
from citekit.model.diagnostic import Severity

_WHOLE = frozenset(
    {"book", "thesis", "phdthesis", "mastersthesis", "manual", "booklet", "proceedings"}
)
_PAGE = "page"


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for manuscript in project.manuscripts:
        pages = _pages(manuscript.bib_files)
        for document in manuscript.documents:
            yield from _in_document(document, pages)


def _pages(files: tuple[BibFile, ...]) -> dict[str, str]:
    """The pages of every entry that fills a part of something, by its key."""
    found: dict[str, str] = {}
    for file in files:
        for entry in file.entries:
            if entry.type not in _WHOLE:
                found.setdefault(entry.key, entry.values.get("pages", ""))
    return found


def _in_document(document: DocumentFile, pages: dict[str, str]) -> Iterator[Problem]:
    for use in document.cited.uses:
        said = outside(use.locator, pages.get(use.key, "")) if use.label == _PAGE else ""
        if said:
            yield document.problem(
                use.group,
                f"page {use.locator} of '{use.key}' lies outside of its pages {said}",
                hint="Compare the work, and correct the page or the entry.",
            )


RULE = Rule(
    "NOT009",
    "cited-page-outside-range",
    __doc__,
    Severity.WARNING,
    ProjectCheck(_check),
)
