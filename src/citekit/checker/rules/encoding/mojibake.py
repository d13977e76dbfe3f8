"""Letters in UTF-8 that were read as another encoding.

`Ã¶` for `ö` and `â€™` for an apostrophe: somebody opened a file in UTF-8 as Windows-1252 or Latin-1
and saved it so. The list prints it as it stands.

    author = {GÃ¶del, Kurt},

Write the letters that were meant; the fix turns the reading round, and makes only what reads
without fault as UTF-8.

It is wrong for a text that speaks of such letters.
"""

from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.misread_text import MAYBE_MISREAD, MISREAD, read_again
from citekit.checker.rules.encoding.text_fields import is_read
from citekit.model.diagnostic import Severity


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field):
        return ()
    return first_of(
        field,
        MISREAD.finditer(field.value),
        read_again,
        lambda old, new: f"has '{old}', which is '{new}' read in the wrong encoding",
    )


RULE = Rule(
    "ENC005",
    "mojibake",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, pattern=MAYBE_MISREAD),
    fixability=Fixability.SAFE,
)
