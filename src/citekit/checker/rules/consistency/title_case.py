"""A title in Title Case among titles in sentence case, or the other way round.

BibLaTeX and newer styles of BibTeX print titles with the capitals that they have, so that the list
shows both.

    title = {The Growth of Hedges in the North},
    title = {The growth of hedges in the south},

Write all in one case. Sentence case is the better one in a file: a style can make Title Case from
it. The fix lowers titles in Title Case; it is made only on request, since it may take a name for an
ordinary word.

It is harmless for styles that lower titles (`plain`, `ieeetr`), and for other languages than
English, which are let alone.

Options: `case`, what is wanted: `sentence`, `title`, or `majority` for what most titles have
(`majority`); `share`, how many per cent must do so to be the usual way (60).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.consistency.conventions import convention
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words
from citekit.text.language import guess_language
from citekit.text.sentence_case import sentence_case

_SENTENCE, _TITLE = "sentence", "title"
_NAMES = {_SENTENCE: "sentence case", _TITLE: "Title Case"}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    titles = [
        (field, _case(field.plain)) for entry in file.entries if (field := entry.get("title"))
    ]
    titles = [(field, case) for field, case in titles if case]
    wanted = options.text("case")
    if wanted not in _NAMES:
        found = convention([case for _, case in titles], options.number("share"))
        wanted = found.usual if found else ""
    for field, case in titles:
        if wanted and case != wanted:
            yield _problem(field, case, wanted)


def _case(plain: str) -> str:
    """The case of a title; empty if nothing in it tells."""
    small = load_words("citekit.text", "casing", "small")
    words = [word for word in _WORD.findall(plain)[1:] if word.lower() not in small]
    telling = [word for word in words if len(word) > 1 and not word[1:].isupper()]
    if len(telling) < _FEWEST_WORDS:
        return ""
    lowered = sum(word.islower() for word in telling)
    if lowered * 2 >= len(telling):
        return _SENTENCE if guess_language(plain) in {"", "en"} else ""
    return _TITLE if sentence_case(plain) != plain else ""


def _problem(field: Field, case: str, wanted: str) -> Problem:
    fix, hint = None, f"Write it in {_NAMES[wanted]}."
    if wanted == _SENTENCE and field.plain == field.value.strip():
        better = sentence_case(field.plain)
        hint = f"Write '{better}'."
        fix = field.replacement(f"Write '{better}'", better, is_safe=False)
    return field.problem(
        f"'{field.plain}' is in {_NAMES[case]}, where titles are in {_NAMES[wanted]}",
        hint=hint,
        fix=fix,
    )


RULE = Rule(
    "CON008",
    "title-case-mixed",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"case": "majority", "share": 60},
)
