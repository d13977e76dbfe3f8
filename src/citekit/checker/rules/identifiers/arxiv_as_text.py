"""A number of arXiv in the journal or a note instead of `eprint`.

"arXiv preprint arXiv:1706.03762" as a journal is what search engines export. No style can link it,
and arXiv is no journal.

    journal = {arXiv preprint arXiv:1706.03762}

Write `eprint = {1706.03762}` and `archiveprefix = {arXiv}` (`eprinttype = {arxiv}` for BibLaTeX).
For a journal the fix is unsafe, as styles may ask for one: `@misc` fits such entries.

It is harmless where styles without `eprint` are used, for which the form was made.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.arxiv import IN_TEXT, archive_field
from citekit.model.diagnostic import Severity

_JOURNALS = frozenset({"journal", "journaltitle"})


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    match = IN_TEXT.search(field.value)
    if match is None or field.entry.first("eprint", "archiveprefix", "eprinttype") is not None:
        return
    number = match[1]
    name, archive = archive_field(field.entry)
    fix = None
    if match[0].strip() == field.value.strip() and field.is_literal:
        edits = (
            *field.renaming("eprint").edits,
            field.edit(0, len(field.value), number),
            *field.entry.addition(name, archive, after=field).edits,
        )
        fix = Fix(f"Make it 'eprint = {{{number}}}'", edits, field.name not in _JOURNALS)
    yield field.problem(
        f"'{match[0]}' is the number of a preprint",
        start=match.start(),
        end=match.end(),
        hint=f"Write 'eprint = {{{number}}}' and '{name} = {archive}'.",
        fix=fix,
    )


RULE = Rule(
    "IDN019",
    "arxiv-as-text",
    __doc__,
    Severity.WARNING,
    FieldCheck(
        _check,
        frozenset({"journal", "journaltitle", "note", "howpublished", "volume", "number"}),
        re.compile(r"arxiv|abs/\d", re.IGNORECASE),
    ),
    is_default=False,
    fixability=Fixability.SAFE,
)
