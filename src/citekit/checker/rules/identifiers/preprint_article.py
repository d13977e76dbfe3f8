"""A preprint that is entered as an article in a journal.

arXiv and its likes are no journals. As an `@article`, a preprint is printed as one, and no style
can tell the two apart.

    @article{key, journal = {arXiv preprint arXiv:1706.03762}}

Make it `@misc`, or `@online` for BibLaTeX, with the number in `eprint`. If the work has been
published since, cite the publication.

It is harmless where styles without `eprint` are used, for which the form was made.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_PREPRINT = re.compile(
    r"\s*\{*(?:ar\{?x\}?iv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|corr\b|ssrn)\b|\bpreprint\b",
    re.IGNORECASE,
)

_LONGEST = 300


def _check(entry: Entry, _options: RuleOptions) -> Iterator[Problem]:
    journal = entry.first("journal", "journaltitle")
    if journal is None or not _PREPRINT.search(journal.value[:_LONGEST]):
        return
    wanted = "online" if entry.file.dialect == "biblatex" else "misc"
    yield entry.problem(
        f"'{journal.value}' is no journal",
        hint=f"Make it '@{wanted}', with the number in 'eprint'.",
        fix=entry.retyping(wanted, is_safe=False),
        related=(journal.related("the journal"),),
    )


RULE = Rule(
    "IDN045",
    "preprint-as-article",
    __doc__,
    Severity.INFO,
    EntryCheck(_check, frozenset({"article"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
