r"""A work that a document describes twice itself, under one key.

`\bibitem`, the `references` of Markdown's metadata and BibTeX within HTML describe works without a
`.bib` file. A key that stands there twice is printed twice, and a citation leads to one of them.

    \bibitem{alder1999} A. Alder, On Commas.
    \bibitem{alder1999} B. Alder, On Signs.

Remove one of the two, or give it another key.

It is harmless in documents with a list for each chapter.
"""

from collections.abc import Iterator

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Problem, Related
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.drafts.key_uses.uses import KeyUse
from citekit.model.diagnostic import Severity


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for manuscript in project.manuscripts:
        firsts: dict[str, tuple[DocumentFile, KeyUse]] = {}
        for document in manuscript.documents:
            for use in document.cited.inline_bib:
                first = firsts.setdefault(use.key, (document, use))
                if first[1] is not use:
                    place = Related(first[0].path, first[1].span, "the first of that key")
                    yield document.problem(
                        use.span,
                        f"the work '{use.key}' is described twice",
                        hint="Remove one of the two, or give it another key.",
                        related=(place,),
                    )


RULE = Rule("CIT016", "described-twice", __doc__, Severity.WARNING, ProjectCheck(_check))
