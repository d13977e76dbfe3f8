"""A name with nothing to part it from what follows, where the other references have a mark.

    Doe, Jane A. "Harbours", ...       beside    Roe, Mary, "Ships", ...
    Jane Doe PTO, interview, ...       where PTO is where she works

The fix puts the comma in. The rule looks between the last author and the title, and speaks where
three of four references, and at least four, have a comma there; and at capitals that run on from
a name.
"""

import re
from collections.abc import Iterator

from citekit.checker.finding import Fix, Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.conventions import Observed, convention
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.model.reference import PersonalName
from citekit.model.spans import Span
from citekit.model.variables import NameVariable, TextVariable
from citekit.text.folding import fold

_CAPITALS = re.compile(r"(?<=[\w.])\s+([A-Z]{2,8})$")
_SHOWN = 12
_SUFFIXES = frozenset({"II", "III", "IV", "SJ", "OP", "OSB", "MD", "JR"})


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    observed: list[Observed] = []
    for mention in paper.mentions:
        author, title = mention.place(NameVariable.AUTHOR), mention.place(TextVariable.TITLE)
        if author is None:
            continue
        yield from _running_on(paper, mention, author)
        if title is None or not author.end <= title.start <= author.end + 6:
            continue
        gap = mention.text[author.end : title.start]
        if any(letter.isalnum() or letter == "(" for letter in gap):
            continue
        form = "," if "," in gap or ":" in gap or mention.text[author.end - 1] == "," else ""
        start = mention.text.rfind(" ", 0, max(author.end - _SHOWN, author.start + 1))
        observed.append(Observed(form, mention, max(start + 1, author.start), title.start))
    usual = convention(observed)
    if usual is None or usual.form != ",":
        return
    for one in usual.strays:
        yield paper.problem(
            one.span,
            f"no comma parts author and title in {quote(one.printed)}, unlike {usual.count}",
            hint="Put a comma behind the name.",
            fix=_comma_behind(paper, one),
        )


def _comma_behind(paper: Paper, one: Observed) -> Fix | None:
    """The fix that puts a comma behind the last word of a name, and the stop of its initial."""
    author = one.mention.place(NameVariable.AUTHOR)
    if author is None:
        return None
    text = one.mention.text
    end = author.end + (text[author.end : author.end + 1] == ".")
    edit = exact_edit(paper, one.mention, end - 1, end, f"{text[end - 1]},")
    return exact_fix("Put a comma behind the name", [edit])


def _running_on(paper: Paper, mention: Mention, author: Span) -> Iterator[Problem]:
    """Capitals that follow a person's name as its last word, and are no part of the name read."""
    names = mention.reference.name_list(NameVariable.AUTHOR)
    comma = mention.text.find(",", author.end, author.end + 10)
    end = comma if comma >= 0 and mention.text[author.end : comma].isupper() else author.end
    match = _CAPITALS.search(mention.text, author.start, end)
    after = mention.text[end : end + 1]
    if (
        match is None
        or after not in {",", " ", ""}
        or len(names) != 1
        or not isinstance(names[0], PersonalName)
    ):
        return
    name = names[0]
    if match[1] in _SUFFIXES or fold(match[1]) in fold(f"{name.given} {name.family} {name.suffix}"):
        return
    yield paper.problem(
        mention.file_span(match.start(1), match.end(1)),
        f"'{match[1]}' runs on from the name in {quote(mention.text[author.start : end])}",
        hint=f"Put a comma before '{match[1]}'.",
        fix=exact_fix(
            "Put a comma there", [exact_edit(paper, mention, match.start(), match.start(1), ", ")]
        ),
    )


RULE = Rule(
    "NOT053",
    "author-delimiter-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    fixability=Fixability.SAFE,
)
