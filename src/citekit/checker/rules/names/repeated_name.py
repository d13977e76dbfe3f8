"""One person named twice in one list.

It comes of copying, and the person is printed twice.

    author = {Day, Ann and Lee, Bo and Day, Ann}

Remove the second one.

It is wrong where two authors bear one name; only names with a given name spelled in full are
looked at, and in long lists no short names of two words, which many people share.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.plain_values import plain_value
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.names.written_names import NAME_FIELDS, WrittenName, names_of
from citekit.fields.name_words import is_initial
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)
_LONG_LIST = 12
_SHORTEST = 3
_LONG_NAME = 12


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    if not _may_repeat(field.value):
        return
    names = names_of(field.value).names
    if not _share_family(field.value, names):
        return
    seen: dict[str, WrittenName] = {}
    for name in names:
        form = _form(name)
        if not form or (len(names) > _LONG_LIST and len(form) < _LONG_NAME):
            continue
        first = seen.setdefault(form, name)
        if first is not name:
            previous = max((one.end for one in names if one.end <= name.start), default=0)
            yield field.problem(
                f"names '{name.text}' twice",
                start=name.start,
                end=name.end,
                hint=f"Remove the second '{name.text}', or put the right name in.",
                fix=field.amendment(
                    f"Remove the second '{name.text}'", previous, name.end, is_safe=False
                ),
            )


def _may_repeat(value: str) -> bool:
    """Whether two names of ``value`` may have one family name, before it is taken apart."""
    if "\\" in value or "{" in value:
        return True
    names = [name.strip() for name in _AND.split(value)]
    families = {
        name.partition(",")[0].rstrip() if "," in name else name.rpartition(" ")[2]
        for name in names
    }
    return len(families) < len(names)


def _share_family(value: str, names: tuple[WrittenName, ...]) -> bool:
    """Whether two of ``names`` have one family name; with accents in LaTeX it is not sure."""
    if not value.isascii() and "\\" in value:
        return len(names) > 1
    families = {
        one.parts[0].text if len(one.parts) > 1 else one.text.rpartition(" ")[2] for one in names
    }
    return len(families) < len(names)


def _form(name: WrittenName) -> str:
    """The name in comparable form, the family name last; empty where it may be any of several."""
    if not name.text or name.text == "others":
        return ""
    text = name.text
    parts = name.parts
    if len(parts) == 2:  # noqa: PLR2004  # "Family, Given"
        text = f"{parts[1].text} {parts[0].text}"
    elif len(parts) > 1 or " " not in text:
        return ""
    given = text.split()[:-1]
    if not any(len(word) >= _SHORTEST and not is_initial(word) for word in given):
        return ""
    return fold(plain_value(text))


RULE = Rule(
    "NAM017",
    "repeated-name",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, NAME_FIELDS),
    fixability=Fixability.UNSAFE,
)
