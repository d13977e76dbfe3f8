"""A character in a file for BibTeX that LaTeX cannot write in ASCII.

Programs that make the file ASCII drop it or leave it, and an old LaTeX stops at it: letters of
other scripts, emoji, rare signs.

    title = {The 茶 Book},

Transliterate it, or let biber and LuaLaTeX or XeLaTeX read the file, with a font that has it.

It is harmless with such programs. Files for BibLaTeX are not looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.formats.latex_encoding import escape_beyond_ascii
from citekit.model.diagnostic import Severity

# Western letters and usual marks all have one.
_BEYOND = re.compile("[^\x00-\u017f\u2010-\u2026\udc80-\udcff]")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.entry.file.dialect != "bibtex" or not is_printed(field):
        return
    odd = (
        one for one in _BEYOND.finditer(field.value) if not escape_beyond_ascii(one[0]).isascii()
    )
    match = next(odd, None)
    if match:
        yield field.problem(
            f"has '{match[0]}' (U+{ord(match[0]):04X}), which LaTeX cannot write in ASCII",
            start=match.start(),
            end=match.end(),
            hint="Transliterate it, or read the file with biber and LuaLaTeX.",
        )


RULE = Rule(
    "ENC018",
    "character-without-escape",
    __doc__,
    Severity.INFO,
    FieldCheck(_check, pattern=_BEYOND),
    is_default=False,
)
