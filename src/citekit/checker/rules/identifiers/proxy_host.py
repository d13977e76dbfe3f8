"""A `url` that goes through the proxy of a library.

Only members of that library can follow it. The address of the work itself is within it.

    url = {https://www-jstor-org.ezproxy.example.edu/stable/2784}

Write the address of the work: `url = {https://www.jstor.org/stable/2784}`. The fix is unsafe, as
it guesses which hyphens were points.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_LOGIN = re.compile(r"\s*https?://[^/\s]*(?:proxy)[^/\s]*/login\?(?:q?url)=(\S+)", re.IGNORECASE)
_HOST = re.compile(
    r"\s*(https?)://([\w.-]+?)\.(?:[\w-]*(?:ezproxy|ezp|libproxy|idm\.oclc)[\w-]*|proxy\d?|proxy[\w-]*lib[\w-]*)"
    r"\.[\w.-]+(?::\d+)?(/\S*)?\s*",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    wanted = _address(field.value)
    if wanted:
        yield field.problem(
            f"'{field.value.strip()}' goes through a proxy",
            hint=f"Write '{wanted}'.",
            fix=field.replacement(f"Write '{wanted}'", wanted, is_safe=False),
        )


def _address(value: str) -> str:
    """The address behind that of a proxy, empty if it is none."""
    if match := _LOGIN.match(value):
        target = unquote(match[1])
        return target if target.startswith("http") else ""
    match = _HOST.fullmatch(value)
    if match is None:
        return ""
    host = match[2] if "." in match[2] else match[2].replace("--", "\0").replace("-", ".")
    return f"{match[1]}://{host.replace(chr(0), '-')}{match[3] or ''}" if "." in host else ""


RULE = Rule(
    "IDN046",
    "proxy-in-url",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check,
        frozenset({"url", "ee", "link"}),
        re.compile(r"proxy|ezp\.|idm\.oclc", re.IGNORECASE),
        needs=("proxy", "ezp.", "idm.oclc"),
    ),
    fixability=Fixability.UNSAFE,
)
