"""A shortened word in a title, or in the name of a journal or conference.

Readers of another field cannot resolve it, and programs that compare names miss it.

    booktitle = {Proc. Int. Conf. on Tea},

Write it in full: `Proceedings of the International Conference on Tea`.

It is right where house style has shortened names; then choose one list of abbreviations and keep
to it.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.checker.rules.titles.containers import CONTAINERS, shortened_words
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_WORD = re.compile(r"(?<![\w.\\])([^\W\d_]{1,9})\.(?!\w)")
_LETTERS = load_words("citekit.checker.rules.titles", "containers", "letters")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.macro:
        return
    for match in _WORD.finditer(field.value):
        word = match[1]
        if word.lower() in shortened_words() or (word in _LETTERS and field.name in CONTAINERS):
            yield field.problem(
                f"has the shortened word '{match[0]}'",
                start=match.start(),
                end=match.end(),
                hint=f"Write '{match[0]}' in full.",
            )
            return


RULE = Rule(
    "TIT014",
    "shortened-word",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, TITLES | CONTAINERS, _WORD),
    is_default=False,
)
