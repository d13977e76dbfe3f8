"""An address by `http` at a host that answers by `https`.

The host sends the reader on; a printed address need not take the detour, and some tools refuse it.

    url = {http://arxiv.org/abs/1706.03762}

Write `https`.

It is harmless, which is why the rule is off unless chosen. It knows some hundred hosts; the option
`also` lists others (none).
"""

import re
from collections.abc import Iterator
from functools import cache

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.data import load_table

_HTTP = re.compile(r"\s*http(?=://([\w.-]{3,100})(?:[/?#]|\s*$))", re.IGNORECASE)


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    match = _HTTP.match(field.value)
    if match and match[1].lower() in _hosts() | frozenset(options.words("also")):
        yield field.problem(
            f"'{match[1]}' answers by https",
            end=match.end(1),
            hint=f"Write 'https://{match[1]}'.",
            fix=field.amendment("Write 'https'", match.end(), match.end(), "s"),
        )


@cache
def _hosts() -> frozenset[str]:
    table = load_table(__package__, "identifiers")["hosts"]
    return frozenset(table["https"].split()) if isinstance(table, dict) else frozenset()


RULE = Rule(
    "IDN027",
    "http-where-https",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url", "ee"}), re.compile("http://", re.IGNORECASE)),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"also": ()},
)
