"""A `url` that is very long.

Nobody types it, and it fills lines of the list. Most often it is a page of search results or has
parameters that are not needed.

    url = {https://example.org/search?q=…}

Look for a permanent address of the work: its DOI, a handle, a "cite this page".

It is harmless where lists are read on screens only. The option `most` is the number of characters
above which it speaks (200).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    length = len(field.value.strip())
    if length > options.number("most"):
        yield field.problem(
            f"has {length} characters", hint="Look for a permanent, shorter address."
        )


RULE = Rule(
    "IDN030",
    "long-url",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"url"})),
    is_default=False,
    options={"most": 200},
)
