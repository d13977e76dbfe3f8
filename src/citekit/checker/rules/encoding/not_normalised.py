r"""An accent as a character of its own behind its letter.

Unicode has `ö` as one character, and as `o` with a combining accent behind it. The two look alike
and are not equal: searches, sorting and the comparison of names fail, and LaTeX stops at the
accent. Such text comes from file names on macOS and from PDF files.

    author = {Gödel, Kurt}  % with o and U+0308

Write the one character (Unicode's form NFC).

It is harmless where all programs that read the file put the two together; few do.
"""

import re
import unicodedata
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of, shown
from citekit.checker.rules.encoding.text_fields import is_read, verbatim_fields
from citekit.model.diagnostic import Severity

_MARK = re.compile(r"[\u0300-\u034e\u0350-\u036f\u3099\u309a\u1161-\u1175\u212a\u212b]")
_CLUSTER = re.compile(
    r"[^\s\u0300-\u036f]?[\u0300-\u034e\u0350-\u036f]+|[\u3040-\u30ff][\u3099\u309a]"
    r"|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u212a\u212b]"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.name in verbatim_fields() or not is_read(field):
        return ()
    return first_of(
        field,
        _CLUSTER.finditer(field.value),
        _composed,
        lambda old, new: f"has '{new}' as {shown(old)}, which does not equal it",
    )


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


RULE = Rule(
    "ENC002",
    "not-normalised",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_MARK),
    fixability=Fixability.SAFE,
)
