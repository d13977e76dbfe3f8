"""An author and a year in brackets that no reference stands behind.

    As (Doe, 1994) shows, ...

In a document that cites by keys it was typed by hand: no entry is made for it, and nobody sees
when the year changes. In a paper with a printed bibliography it is a work that is not listed.
Cite it by its key, or add its entry. Author and year that the printed bibliography has are no
fault.

LaTeX, Typst and the other formats that are read for their keys alone are the matter of
`literal-cite` (CIT017), which is off by default.

It is wrong where the brackets hold a place and a year ("Paris, 1994").
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.listed_works import listed_works, year_of
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.document import BlockKind
from citekit.model.reference import Literal, PersonalName, Reference
from citekit.model.spans import Markup, TracedText
from citekit.model.variables import NameVariable
from citekit.text.data import load_words
from citekit.text.folding import fold

_NAME = r"[A-ZÀ-Þ][\w’'-]+"
_BRACKETED = re.compile(
    rf"\((?:(?:see|cf\.|e\.g\.,?|as in)\s)?(?P<name>{_NAME})"
    rf"(?P<more>(?:\s?,\s{_NAME}){{0,3}}(?:,?\s(?:and|&|und|et)\s{_NAME})?(?:,?\set\sal\.?)?)"
    r"(?P<comma>,)?\s(?P<year>(?:1[89]|20)\d\d)[a-z]?(?:\s?[,:]\s?(?:pp?\.\s?)?\d[\d–-]*)?\)"
)
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})


_FEWEST_ENTRIES = 3


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    if not paper.known and len(paper.entries) < _FEWEST_ENTRIES:
        return
    typed = list(_typed(paper))
    if not typed:
        return
    years: dict[str, set[str]] = {}
    keys: dict[str, str] = {}
    for one in listed_works(paper):
        year = year_of(one.reference)
        for name in _families(one.reference):
            years.setdefault(name, set()).add(year)
            if one.mention is None:
                keys[f"{name} {year}"] = one.reference.key
    for text, match in typed:
        name, year = fold(match["name"]), match["year"]
        key = keys.get(f"{name} {year}", "")
        if (year in years.get(name, ()) and not key) or not (
            key or match["comma"] or match["more"]
        ):
            continue
        span = text.source_spans(match.start() + 1, match.end() - 1)[0]
        if "cite" in paper.text[span.end : span.end + _NEAR]:
            continue
        yield paper.problem(
            span,
            f"{quote(match[0])} is typed by hand and "
            + (f"cites '{key}' by no key" if key else "stands for no listed work"),
            hint=f"Write '[@{key}]'." if key else "Add an entry for the work, and cite it.",
        )


# A citation right behind the brackets stands for them.
_NEAR = 12


def _typed(paper: Paper) -> Iterator[tuple[TracedText, re.Match[str]]]:
    """The authors and years in brackets in the prose of a paper, links and months left out."""
    calendar = load_words("citekit.checker.rules.notes", "notes", "no_authors")
    starts = {piece.start for one in paper.entries for piece in one.traced.pieces}
    for block in paper.document.blocks:
        text = block.text
        if block.kind not in _PROSE or text.start in starts:
            continue
        for match in _BRACKETED.finditer(text.text):
            after = text.text[match.end() : match.end() + 2].lstrip()
            if _is_linked(text, match) or after[:1] in {"[", "<"}:
                continue
            if not match["name"].isupper() and fold(match["name"]) not in calendar:
                yield text, match


def _is_linked(text: TracedText, match: re.Match[str]) -> bool:
    """Whether what is in brackets is a link, which leads to the entry."""
    return any(
        run.start < match.end() and match.start() < run.end for run in text.runs_of(Markup.LINK)
    )


def _families(reference: Reference) -> Iterator[str]:
    for variable in (NameVariable.AUTHOR, NameVariable.EDITOR):
        for name in reference.name_list(variable):
            if isinstance(name, PersonalName):
                yield from {fold(name.family), fold(name.family).split()[-1] if name.family else ""}
            elif isinstance(name, Literal):
                yield fold(name.text)


RULE = Rule(
    "NOT003",
    "author-year-without-citation",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
