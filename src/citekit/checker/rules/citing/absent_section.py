r"""A printed bibliography of a section that the document does not have.

`\printbibliography[section=3]` prints the list of the third `refsection`. Where there are but two,
biber warns and nothing is printed; so it is with segments and with categories that nothing
declares.

    \begin{refsection} … \end{refsection}
    \printbibliography[section=2]

Correct the number or the name.

It is wrong where a macro of another file begins the sections.
"""

import re
from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Problem
from citekit.checker.project import Manuscript, Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_PRINT = re.compile(r"\\print(?:bibliography|biblist|shorthands)\s*\[(?P<options>[^\[\]]*)\]")
_OPTION = re.compile(r"(?<![\w-])(?P<name>section|segment|category)\s*=\s*\{?(?P<value>[\w-]+)")
_BEGINS = {
    "section": re.compile(r"\\begin\s*\{refsection\}|\\newrefsection(?![A-Za-z])"),
    "segment": re.compile(r"\\begin\s*\{refsegment\}|\\newrefsegment(?![A-Za-z])"),
}
_CATEGORY = re.compile(r"\\DeclareBibliographyCategory\s*\{([^{}]*)\}")
_REFSECTION_OPTION = re.compile(r"refse(?:ction|gment)\s*=\s*(?!none)\w")
_COMMENT = re.compile(r"(?<!\\)%[^\r\n]*")


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for manuscript in project.manuscripts:
        if any("\\print" in document.text for document in manuscript.documents):
            yield from _in_manuscript(manuscript)


def _in_manuscript(manuscript: Manuscript) -> Iterator[Problem]:
    texts = [_COMMENT.sub("", document.text) for document in manuscript.documents]
    if any(_REFSECTION_OPTION.search(text) for text in texts):
        return
    counts = {
        name: sum(len(pattern.findall(text)) for text in texts) for name, pattern in _BEGINS.items()
    }
    categories = {name.strip() for text in texts for name in _CATEGORY.findall(text)}
    for document in manuscript.documents:
        for printed in _PRINT.finditer(document.text):
            start, end = printed.span("options")
            for option in _OPTION.finditer(document.text, start, end):
                yield from _of_option(document, option, counts, categories)


def _of_option(
    document: DocumentFile, option: re.Match[str], counts: dict[str, int], categories: set[str]
) -> Iterator[Problem]:
    name, value, span = option["name"], option["value"], Span(*option.span("value"))
    if name == "category":
        if value not in categories:
            message = f"the category '{value}' is declared nowhere"
            hint = f"Declare it: '\\DeclareBibliographyCategory{{{value}}}'."
            yield document.problem(span, message, hint=hint)
    elif value.isdigit() and int(value) > counts[name]:
        count = counts[name] or "none"
        message = f"there is no ref{name} {value}: the document has {count}"
        yield document.problem(span, message, hint="Correct the number.")


RULE = Rule("CIT019", "absent-section", __doc__, Severity.WARNING, ProjectCheck(_check))
