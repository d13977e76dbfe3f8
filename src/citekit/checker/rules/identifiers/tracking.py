"""A `url` with parameters that tell where a reader came from, or who is logged in.

`utm_source`, `fbclid` or a number of a session are not of the address: they make it long, and some
of them keep it from working for others.

    url = {https://example.org/a?utm_source=twitter&id=3}

Leave them out: `url = {https://example.org/a?id=3}`.

It is wrong for a site that uses such a name for something else. The option `also` lists further
parameters that are to go (none).
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

_PARAMETER = re.compile(r"(?<=[?&;])([\w.-]{2,40})=([^&#;\s{}]*)(?:\\?&(?:amp;)?|;)?")
_QUERY_ENDS = re.compile(r"(?:[?&]|\\&)+(?=#|$)")
_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^?#&\s{}]*", re.IGNORECASE)


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    unwanted = _tracking()
    unwanted |= frozenset(one.lower() for one in options.words("also"))
    value = field.value.strip()
    dropped: list[str] = []

    def drop(match: re.Match[str]) -> str:
        if match[1].lower() in unwanted:
            dropped.append(match[1])
            return ""
        return match[0]

    tidy, count = _SESSION.subn("", value)
    tidy = _PARAMETER.sub(drop, tidy)
    if not dropped and not count:
        return
    tidy = _QUERY_ENDS.sub("", tidy)
    what = ", ".join([*dropped, *(["jsessionid"] if count else [])])
    yield field.problem(
        f"has what is not of the address: {what}",
        hint=f"Write '{tidy}'.",
        fix=field.replacement(f"Remove {what}", tidy),
    )


@cache
def _tracking() -> frozenset[str]:
    table = load_table(__package__, "identifiers")["parameters"]
    return frozenset(table["tracking"].split()) if isinstance(table, dict) else frozenset()


RULE = Rule(
    "IDN026",
    "tracking-in-url",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url"}), re.compile(r"[?&;][\w.-]{2,40}=")),
    fixability=Fixability.SAFE,
    options={"also": ()},
)
