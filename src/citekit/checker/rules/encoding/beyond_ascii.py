r"""A character beyond ASCII in a file for BibTeX.

The old program reads a file byte by byte: it sorts `É` after `z`, cuts the two bytes of a letter
when it makes a label, and a style that changes case leaves such letters alone.

    author = {Gödel, Kurt},

Write it as LaTeX does in ASCII: `G{\"o}del`. The fix does so for all of a value that can be written
so; the rest stays.

It is harmless with biber, bibtex8 and pandoc, and wherever labels are numbers.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.formats.latex_encoding import escape_beyond_ascii
from citekit.model.diagnostic import Severity

_BEYOND = re.compile(r"[^\x00-\x7f\xa0\xad\u2000-\u200f\u2028-\u202f\u2060-\u206f\udc80-\udcff]+")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.entry.file.dialect != "bibtex" or not is_printed(field):
        return ()
    found = [one for one in _BEYOND.finditer(field.value) if _escaped(one) != one[0]]
    return first_of(field, found, _escaped, lambda old, _new: f"has '{old}', which is not ASCII")


def _escaped(match: re.Match[str]) -> str:
    return escape_beyond_ascii(match[0])


RULE = Rule(
    "ENC001",
    "beyond-ascii",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, pattern=_BEYOND),
    is_default=False,
    fixability=Fixability.SAFE,
)
