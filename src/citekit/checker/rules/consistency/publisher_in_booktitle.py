"""A society or publisher that is named in the title of the proceedings.

    booktitle = {Proceedings of the ACM/IEEE Conference on Hedges},
    publisher = {ACM},

The publisher is printed twice, and the conference is hard to find under its own name. Name the
publisher in `publisher` (or `organization`) alone. The fix takes it out of the title; it is made
only on request.

It is wrong where the society is part of the name by which all know the conference. Off unless asked
for.

Options: `names`, the names looked for (`ACM`, `IEEE`, `IFIP`, `SIAM`, `USENIX`, `AAAI`, `Springer`,
`Elsevier`, `SPIE`, `OSA`, `ASME`, `AIAA`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_NAMES = (
    "ACM", "IEEE", "IFIP", "SIAM", "USENIX", "AAAI", "Springer", "Elsevier", "SPIE", "OSA", "ASME",
    "AIAA",
)  # fmt: skip
_ONLY_PROCEEDINGS = re.compile(r"\b(?:proceedings|proc|of|the|in)\b|[\W\d]", re.IGNORECASE)


@lru_cache(maxsize=16)
def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    one = "|".join(re.escape(name) for name in names)
    joined = rf"\{{?\b(?:{one})\b\}}?"
    return re.compile(rf"{joined}(?:\s?(?:/|--?|&|\\&|and)\s?{joined}){{0,3}}[ ~]*")


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    names = options.words("names")
    match = _pattern(names).search(field.value) if names else None
    if match is None or match[0].strip() == field.value.strip():
        return
    rest = field.value[: match.start()] + field.value[match.end() :]
    if not _ONLY_PROCEEDINGS.sub("", rest):
        return
    is_free = match[0].count("{") == match[0].count("}") and " " in match[0]
    yield field.problem(
        f"'{match[0].strip()}' is a publisher, named in the title '{field.plain}'",
        start=match.start(),
        end=match.start() + len(match[0].rstrip(" ~")),
        hint=f"Write '{rest.strip()}', and name the publisher in 'publisher'.",
        fix=field.amendment(
            f"Take '{match[0].strip()}' out", match.start(), match.end(), is_safe=False
        )
        if is_free
        else None,
    )


RULE = Rule(
    "CON014",
    "publisher-in-booktitle",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"booktitle"})),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"names": _NAMES},
)
