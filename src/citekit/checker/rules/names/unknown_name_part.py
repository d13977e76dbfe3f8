"""A part that BibLaTeX's extended format of names does not know.

biber drops the part with a warning, and with it what it says.

    author = {famly=Day, given=Ann}

Write the part as BibLaTeX calls it: `author = {family=Day, given=Ann}`.

It is wrong where a data model of your own defines further parts; name these in the option `parts`
(none).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, names_of
from citekit.fields.name_comparison import within_one_edit
from citekit.model.diagnostic import Severity
from citekit.text.data import load_words

_PART = re.compile(r'"?\s*([A-Za-z][A-Za-z-]*)\s*=')
_SHORTEST = 4


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    if "=" not in field.value:
        return
    known = load_words(__package__, "names", "name_parts") | frozenset(options.words("parts"))
    for name in names_of(field.value).names:
        matches = [_PART.match(part.text) for part in name.parts]
        if not matches or matches[0] is None:
            continue
        for part, match in zip(name.parts, matches, strict=True):
            if match is None or match[1].lower() in known:
                continue
            start = part.start + match.start(1)
            meant = [one for one in sorted(known) if within_one_edit(one, match[1].lower())]
            is_meant = bool(meant) and len(match[1]) >= _SHORTEST
            yield field.problem(
                f"has '{match[1]}', which is no part of a name",
                start=start,
                end=start + len(match[1]),
                hint=f"Write '{meant[0]}'."
                if is_meant
                else "Use 'family', 'given', 'prefix' and 'suffix'.",
                fix=field.amendment(
                    f"Write '{meant[0]}'", start, start + len(match[1]), meant[0], is_safe=False
                )
                if is_meant
                else None,
            )


RULE = Rule(
    "NAM016",
    "unknown-name-part",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.UNSAFE,
    options={"parts": ()},
)
