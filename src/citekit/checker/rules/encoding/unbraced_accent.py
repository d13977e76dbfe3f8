r"""An accent without braces of its own in a file for BibTeX.

Only `{\"o}` at the outermost level is one letter to BibTeX; of `\"o` or `\"{o}` it takes the parts,
so that labels are cut in the middle, names sort wrongly and the case is not changed.

    author = {G\"odel, Kurt},

Write `G{\"o}del`.

It is harmless with biber, and where labels are numbers and the list is in the order of citing.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import NAMES, TITLES
from citekit.formats.bib_values import brace_depths
from citekit.model.diagnostic import Severity

_ACCENT = re.compile(
    r"(?<!\\)\\(?:[\"'`^~=.](?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])"
    r"|[uvHckrdb]\{\\?[A-Za-z]\}|(?:ss|o|O|ae|AE|oe|OE|aa|AA|l|L)\{\})"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if field.entry.file.dialect != "bibtex":
        return ()
    depths = brace_depths(field.value)
    found = (one for one in _ACCENT.finditer(field.value) if not depths[one.start()])
    return first_of(
        field, found, _braced, lambda old, _new: f"has '{old}' without braces around it"
    )


def _braced(match: re.Match[str]) -> str:
    return f"{{{match[0].removesuffix('{}')}}}"


RULE = Rule(
    "ENC026",
    "unbraced-accent",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, NAMES | TITLES, re.compile(r"\\[\"'`^~=.uvHckrdbsoOaAlL]")),
    is_default=False,
    fixability=Fixability.SAFE,
)
