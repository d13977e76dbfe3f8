"""A `url` of a service that only sends readers on.

Addresses of search results and of mail filters hold the true address and expire; shortened ones
hide it, and die with the service.

    url = {https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D}

Write the true address: `url = {https://example.org/a}`. That of a shortened one is found by
following it.

It is wrong in no case we know of. The option `hosts` lists hosts that shorten addresses (`bit.ly`,
`goo.gl`, `t.co`, `tinyurl.com`, `ow.ly`, `is.gd`).
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_ADDRESS = re.compile(r"\s*https?://([\w.-]{3,100})/([^?\s]{0,100})\??(\S*)", re.IGNORECASE)
_REDIRECTS = re.compile(
    r"(?:www\.)?google(?:\.\w{2,3}){1,2}/url|[\w.]+\.safelinks\.protection\.outlook\.com/|l\.facebook\.com/l\.php"
    r"|(?:www\.)?google\.com/scholar_url|scholar\.google(?:\.\w{2,3}){1,2}/scholar_url",
    re.IGNORECASE,
)
_TARGET = re.compile(r"(?:^|&)(?:amp;)?(?:q|url|u)=(https?(?:%3a|:)[^&\s]+)", re.IGNORECASE)


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    match = _ADDRESS.match(field.value)
    if match is None:
        return
    if match[1].lower() in options.words("hosts") and match[2]:
        yield field.problem(
            f"'{field.value.strip()}' is shortened", hint="Follow it and write where it leads."
        )
    elif _REDIRECTS.fullmatch(f"{match[1]}/{match[2].rstrip('/')}") and (
        target := _TARGET.search(match[3].replace("\\", ""))
    ):
        address = unquote(target[1])
        yield field.problem(
            f"'{match[1]}' only sends readers on",
            hint=f"Write '{address}'.",
            fix=field.replacement(f"Write '{address}'", address),
        )


RULE = Rule(
    "IDN054",
    "redirecting-url",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"url"})),
    fixability=Fixability.SAFE,
    options={"hosts": ("bit.ly", "goo.gl", "t.co", "tinyurl.com", "ow.ly", "is.gd")},
)
