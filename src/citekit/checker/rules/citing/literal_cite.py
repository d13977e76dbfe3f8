r"""A citation in plain words, such as "(Alder, 1999)", beside citations by keys.

It is not in the list of works, does not follow the style, and stays when the entry is corrected.

    As others show (Alder, 1999), commas matter [@birch2001].

Cite the work by its key; the message names the key of the entry whose first author and year fit,
and the fix, made on request, writes it. Where no entry fits, the work may have to be added.

It is wrong for works that one does not want to list, and for years that are no publications. Only
documents that cite by keys are looked at. The rule is off by default.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from citekit.checker.bib_file import Entry
from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.project import Manuscript, Project
from citekit.checker.rule import Fixability, ProjectCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.citing.groups import Group, groups_of
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName
from citekit.model.spans import Span
from citekit.text.folding import fold

_NAME = r"[^\W\d_][\w'’-]{1,40}"
_AUTHORS = rf"(?P<family>(?!\d){_NAME})(?:,? (?:and|&|\\&|und|et) {_NAME}| et al\.?)?"
_LITERAL = re.compile(
    rf"\((?:see |cf\. |e\.g\.,? )?{_AUTHORS},? (?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)"
    rf"|(?P<named>(?<![\w@\\]){_NAME})(?: (?:and|&|\\&) {_NAME}| et al\.?)? "
    r"\((?P<year2>(?:1[5-9]|20)\d\d)[a-z]?\)"
)
_CODE = re.compile(r"(?ms)^(?P<fence>```+|~~~+).*?^(?P=fence)|`[^`\n]*`|^[ \t]*%[^\n]*")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PERSON = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]*[a-zß-ÿ]")
_NEAR = 120


def _check(project: Project, _options: RuleOptions) -> Iterator[Problem]:
    for manuscript in project.manuscripts:
        works: Mapping[tuple[str, str], list[Entry]] | None = None
        for document in manuscript.documents:
            if not document.cited.uses:
                continue
            groups = groups_of(document)
            for match in _literals(document, groups):
                works = _works(manuscript) if works is None else works
                problem = _problem(document, match, works, groups)
                if problem:
                    yield problem


def _literals(document: DocumentFile, groups: list[Group]) -> Iterator[re.Match[str]]:
    """Places that look like a citation in words, outside of code, comments and citations."""
    hidden = [Span(*match.span()) for match in _CODE.finditer(document.text)]
    hidden = sorted([*hidden, *(group.span for group in groups)])
    at = 0
    for match in _LITERAL.finditer(document.text):
        while at < len(hidden) and hidden[at].end <= match.start():
            at += 1
        if at == len(hidden) or hidden[at].start >= match.end():
            yield match


def _works(manuscript: Manuscript) -> Mapping[tuple[str, str], list[Entry]]:
    """The entries by the folded family name of their first author and the year."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for file in manuscript.bib_files:
        for entry in file.entries:
            names = entry.first("author", "editor")
            date = entry.first("year", "date")
            year = _YEAR.search(date.value) if date else None
            first = names.names[:1] if names and year else ()
            if year and first:
                name = first[0]
                family = name.family if isinstance(name, PersonalName) else name.text
                found.setdefault((fold(family), year[0]), []).append(entry)
    return found


def _problem(
    document: DocumentFile,
    match: re.Match[str],
    works: Mapping[tuple[str, str], list[Entry]],
    groups: list[Group],
) -> Problem | None:
    family, year = match["family"] or match["named"], match["year"] or match["year2"]
    fitting = works.get((fold(family), year), [])
    is_strict = bool(_PERSON.match(match["family"] or ""))
    keys = {entry.key for entry in fitting}
    if not (fitting or is_strict) or _is_cited_near(match, groups, keys):
        return None
    key = fitting[0].key if len(keys) == 1 else ""
    hint = f"Cite '{key}' by its key." if key else "Cite the work by its key."
    if not fitting:
        hint = "Add the work to the bibliography, and cite it by its key."
    return document.problem(
        Span(*match.span()),
        f"'{match[0]}' cites in plain words",
        hint=hint,
        fix=_fix(document, match, key, groups[0].notation) if key else None,
        related=tuple(entry.related("an entry that fits") for entry in fitting[:3]),
    )


def _is_cited_near(match: re.Match[str], groups: list[Group], keys: set[str]) -> bool:
    first = bisect_left(groups, match.start() - _NEAR, key=lambda group: group.span.end)
    last = bisect_left(groups, match.end() + _NEAR, key=lambda group: group.span.start)
    return any(use.key in keys for group in groups[first:last] for use in group.uses)


def _fix(
    document: DocumentFile, match: re.Match[str], key: str, notation: KeyNotation
) -> Fix | None:
    """The fix that cites by key, in brackets or with the author in the sentence."""
    in_brackets = match["family"] is not None
    if "see " in match[0] or "cf." in match[0] or "e.g." in match[0]:
        return None
    if notation is KeyNotation.PANDOC:
        text = f"[@{key}]" if in_brackets else f"@{key}"
    elif notation is KeyNotation.LATEX:
        commands = document.cited.commands
        name = next(
            (one for one in _latex_commands(in_brackets=in_brackets) if one in commands), ""
        )
        text = f"\\{name}{{{key}}}" if name else ""
    else:
        text = ""
    if not text:
        return None
    return Fix(f"Write '{text}'", (document.edit(*match.span(), text),), is_safe=False)


def _latex_commands(*, in_brackets: bool) -> tuple[str, ...]:
    return ("citep", "parencite", "autocite") if in_brackets else ("citet", "textcite")


RULE = Rule(
    "CIT017",
    "literal-cite",
    __doc__,
    Severity.INFO,
    ProjectCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
