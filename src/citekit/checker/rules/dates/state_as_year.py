"""A word such as "in press" where the year stands.

BibLaTeX wants an integer; it has the field `pubstate` for what has not appeared, and prints it in
the language of the document.

    year = {in press}

Write `pubstate = {inpress}` in files for BibLaTeX; the fix does so. For BibTeX write the year that
is expected, and the word into `note`.

It is harmless in files for BibTeX: its styles print the word in the place of the year.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.text.data import load_mapping
from citekit.text.folding import fold


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if value[:1].isdigit() or len(value) > 60 or not value.strip():  # noqa: PLR2004  # characters
        return
    state = _states().get(fold(value))
    if state is None:
        return
    is_modern = field.entry.file.dialect == "biblatex" and field.entry.get("pubstate") is None
    yield field.problem(
        f"'{value.strip()}' is no year",
        hint=f"Write 'pubstate = {{{state}}}'."
        if is_modern
        else "Write the year that is expected, and the word into 'note'.",
        fix=_fix(field, state) if is_modern else None,
    )


@cache
def _states() -> Mapping[str, str]:
    return load_mapping(__package__, "dates", "states")


def _fix(field: Field, state: str) -> Fix | None:
    value = field.replacement("", state)
    if value is None:
        return None
    title = f"Write 'pubstate = {{{state}}}'"
    return Fix(title, (*field.renaming("pubstate").edits, *value.edits))


RULE = Rule(
    "DAT012",
    "state-as-year",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"year", "date"})),
    is_default=False,
    fixability=Fixability.SAFE,
)
