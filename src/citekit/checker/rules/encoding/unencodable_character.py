r"""A character that the encoding of the output does not have.

A document or a file in an old encoding cannot hold it: biber writes a question mark or an escape in
its place, and editors refuse to save.

    % Encoding: ISO-8859-1
    author = {Dvořák, Antonín},

Write it as LaTeX does in ASCII (`\v{r}`), or work in UTF-8 throughout.

The option `encoding` names the encoding that is asked for ("", which is the one that the file
declares in JabRef's line; without one, nothing is found).
"""

import codecs
import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_read
from citekit.formats.latex_encoding import escape_beyond_ascii
from citekit.model.diagnostic import Severity

_DECLARED = re.compile(r"^%[ \t]*Encoding:[ \t]*([\w-]++)", re.IGNORECASE | re.MULTILINE)
_HEAD = 2000
_BEYOND = re.compile(r"[^\x00-\x7f\udc80-\udcff]")


def _check(field: Field, options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()
    name = options.text("encoding")
    if not name:
        declared = _DECLARED.search(field.entry.file.text, 0, _HEAD)
        name = declared[1] if declared else "utf-8"
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        return ()
    found = () if encoding.startswith("utf") else _BEYOND.finditer(field.value)
    return first_of(
        field,
        [one for one in found if not _has(encoding, one[0])],
        lambda one: escape_beyond_ascii(one[0]),
        lambda old, _new: f"has '{old}', which {name} does not have",
    )


def _has(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


RULE = Rule(
    "ENC020",
    "unencodable-character",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_BEYOND),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"encoding": ""},
)
