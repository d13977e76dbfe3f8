r"""An address that stands in `howpublished` or `note` as well as in `url`.

Styles that print `url` print the address twice.

    howpublished = {\url{https://example.org}}, url = {https://example.org}

Leave it in `url` alone.

It is harmless with classic styles of BibTeX, which do not print `url`; it is then `url` that
nobody sees.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_WRAPPED = re.compile(r"\s*(?:\\url\s*\{([^{}]*)\}|(\S+))\s*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    url = field.entry.get("url")
    match = _WRAPPED.fullmatch(field.value)
    if url is None or match is None:
        return
    address = (match[1] or match[2] or "").strip()
    if address.rstrip("/") == url.value.strip().rstrip("/"):
        yield field.problem(
            f"'{address}' is in 'url' as well",
            hint=f"Leave '{field.name}' out.",
            fix=field.removal(),
            related=(url.related("the address"),),
        )


RULE = Rule(
    "IDN051",
    "address-given-twice",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"howpublished", "note"}), re.compile("://")),
    is_default=False,
    fixability=Fixability.SAFE,
)
