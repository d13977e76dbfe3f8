r"""A plain `\cite` beside `\citep` and `\citet`.

With natbib `\cite` prints what `\citet` does in one style and what `\citep` does in another: who
changes the style changes the sentence.

    as \citet{alder1999} shows \cite{birch2001}

Write `\citep` for a citation in brackets and `\citet` for one whose author is part of the sentence.
The first of them is reported, with their number.

It is harmless in numeric styles that are here to stay. The rule is off by default.
"""

from collections import Counter
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.project import Project
from citekit.checker.rule import ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import Group, groups_of
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    natbib = load_words("citekit.checker.rules.citing", "cite_commands", "natbib")
    for manuscript in project.manuscripts:
        plain: list[Group] = []
        others: Counter[str] = Counter()
        for document in manuscript.documents:
            for group in groups_of(document):
                if group.notation is KeyNotation.LATEX and group.command == "cite":
                    plain.append(group)
                elif group.command in natbib:
                    others[group.command] += 1
        if plain and others:
            common = others.most_common(1)[0][0]
            yield plain[0].document.problem(
                plain[0].span,
                f"'\\cite' stands beside '\\{common}' ({len(plain)} and {others.total()} times)",
                hint="Write '\\citep' or '\\citet'.",
            )


RULE = Rule(
    "CIT012",
    "mixed-cite-commands",
    __doc__,
    Severity.STYLE,
    ProjectCheck(_check),
    is_default=False,
)
