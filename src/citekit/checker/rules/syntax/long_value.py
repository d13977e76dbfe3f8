"""A value or key that is too long for old BibTeX.

BibTeX as it was published holds values of 1,000 characters and names of 100; older programs cut
what is longer, or stop. Those of today take 20,000 and more.

Shorten it, or move an abstract to where it is not read. Set the limit to 20,000 for TeX Live.

It is harmless with biber, pandoc and any BibTeX since 2010.

Options: `value`, the most characters of a value (1000); `key`, those of a key (100).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    most, most_of_key = options.number("value"), options.number("key")
    for entry in file.entries:
        if len(entry.key) > most_of_key:
            yield file.problem(
                entry.node.key_span,
                f"the key '{entry.key[:40]}…' has {len(entry.key):,} characters;"
                f" old BibTeX takes {most_of_key:,}",
                hint="Choose a shorter one.",
            )
        for field in entry.fields:
            if len(field.value) > most:
                yield entry.problem(
                    f"'{field.name}' has {len(field.value):,} characters;"
                    f" old BibTeX takes {most:,}",
                    span=field.node.name_span,
                    hint="Shorten it.",
                )


RULE = Rule(
    "SYN021",
    "long-value",
    __doc__,
    Severity.INFO,
    FileCheck(_check),
    is_default=False,
    options={"value": 1000, "key": 100},
)
