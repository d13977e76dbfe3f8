"""Values all in capitals."""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.formats.bib_tidy.capitals import drop_capitals
from citekit.formats.bib_tidy.drafts import DraftField

_WORD = re.compile(r"[^\W\d_]+")
# One word, or short ones alone, may well be names: "PLOS ONE", "NASA TR".
_LETTERS, _LONG, _LONG_WORDS = 12, 5, 2


def shouted(field: Field) -> Iterator[Problem]:
    """A problem if ``field`` is all in capitals, with the value in the case of titles."""
    value = field.value
    if not value.isupper() or field.macro:
        return
    # Letters without case, as in Chinese, say nothing.
    words = [word for word in _WORD.findall(value) if all(map(str.isupper, word))]
    if sum(len(word) >= _LONG for word in words) < _LONG_WORDS or sum(map(len, words)) < _LETTERS:
        return
    tidy = _calmed(field.name, value.strip())
    yield field.problem(
        f"is all in capitals: '{value.strip()}'",
        hint=f"Write '{tidy}'." if tidy else "Write it in small letters.",
        fix=field.replacement(f"Write '{tidy}'", tidy, is_safe=False) if tidy else None,
    )


def _calmed(name: str, value: str) -> str:
    """The value in the case of titles, without braces; empty if it has commands or mathematics."""
    plain = value.replace("\\&", "&").replace("{", "").replace("}", "")
    if "\\" in plain or "$" in plain:
        return ""
    calm = drop_capitals(DraftField(name, f"{{{plain}}}")).value[1:-1]
    return calm.replace("&", "\\&") if calm != plain else ""
