"""A list of names that ends in "et al." or its like, where BibTeX wants "and others".

Styles know `others` alone, and print "et al." or what they want for it. Anything else is taken for
the name of a person: "et al." becomes one with the family name "al.".

    author = {Day, Ann and Lee, Bo and et al.}

Write `and others`: `author = {Day, Ann and Lee, Bo and others}`.

It is wrong in no case we know of.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, has_odd_names, names_of
from citekit.model.diagnostic import Severity

_ET_AL = r"et[\s.~]{0,3}al(?:ii|ia|iae)?\b\.?"
_MARKUP = r"(?:\\(?:emph|textit|textsl)\s?)?[{\s]{0,4}(?:\\(?:em|it)\s)?"
_WHOLE = re.compile(
    rf"{_MARKUP}(?:(?:and\s+)?{_ET_AL}|\(?others\)?|al\.|many (?:more|others)|more|и др\.?|等)"
    r"[}\s.]*|\.{2,}|…|\\l?dots(?:\{\})?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"(?<![\s,;])[\s,;]+{_MARKUP}(?:{_ET_AL}|и др\.?)[}}\s.]*$|(?<=(?-i:[\u4e00-\u9fff]))\s?等$",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    names, odd, _ = names_of(field.value)
    for name in names[-1:] if odd else ():
        if name.text == "others":
            continue
        match = _WHOLE.fullmatch(name.text) or _TAIL.search(name.text)
        if match is None:
            continue
        start, end = name.start + match.start(), name.end
        better = "others" if match.start() == 0 else " and others"
        is_alone = match.start() == 0 and len(names) == 1
        yield field.problem(
            f"has '{match[0].strip(' ,;')}' for further names",
            start=start + len(match[0]) - len(match[0].lstrip(" ,;")),
            end=end,
            hint="Write 'and others'.",
            fix=None if is_alone else field.amendment("Write 'and others'", start, end, better),
        )


RULE = Rule(
    "NAM007",
    "et-al-in-names",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS, gate=has_odd_names),
    fixability=Fixability.SAFE,
)
