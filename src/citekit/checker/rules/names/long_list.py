"""A list of more names than the project wants.

Some journals want long lists cut in the file itself; styles of BibLaTeX cut them by `maxnames`.

    author = {Day, Ann and Lee, Bo and …}

Write the first names and `and others`. The fix is unsafe: the names that are cut are lost.

It is harmless: a whole list can always be cut by a style, a cut one never made whole.

The option `most` is the greatest number of names (20), `kept` how many of a longer list are kept
(10).
"""

from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, names_of
from citekit.model.diagnostic import Severity


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    most = options.number("most")
    names = [one for one in names_of(field.value).names if one.text]
    count = len(names) - (names[-1:] != [] and names[-1].text == "others")
    if count <= most:
        return
    kept = max(1, min(options.number("kept"), most))
    last = names[kept - 1]
    yield field.problem(
        f"has {count} names, more than {most}",
        start=names[most].start,
        end=names[-1].end,
        hint=f"Write 'and others' after '{last.text}'.",
        fix=field.amendment(
            f"Write 'and others' after '{last.text}'",
            last.end,
            names[-1].end,
            " and others",
            is_safe=False,
        ),
    )


RULE = Rule(
    "NAM021",
    "too-many-names",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, NAME_FIELDS),
    is_default=False,
    fixability=Fixability.UNSAFE,
    options={"most": 20, "kept": 10},
)
