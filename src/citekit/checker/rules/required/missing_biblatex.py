"""A field that BibLaTeX's data model asks of an entry of its type is missing.

`biber --validate-datamodel` warns of it, and the printed entry has a gap.

    @online{alder2001,
      author = {Alder, Moritz},
      title  = {On Hedges},
      date   = {2001},
    }

Add the field, here `url` (or `doi` or `eprint`), or give the entry the type that it is. What is
taken over from another entry (`crossref`, `xdata`) counts as there, and so does a name that BibTeX
has for the field. No date is asked of a work that is said to be forthcoming, nor of types that
often have none (`@online`, `@misc`, `@manual`, `@software`, `@dataset`), and no editor of
`@incollection`. A preprint with `eprint` needs no journal.

An author is not asked of reports of an institution, of articles in encyclopedias and dictionaries,
of those from newspapers (with the day or called a newspaper, and without a volume), and where a
`sortname`, `label` or `shorthand` says under what the entry is listed. A field that is there and
empty is reported as `empty-field` (REQ009).

It is harmless where your style does without the field, and for works without a known author.

Options: `unneeded`, fields that are not asked for, alone (`author`) or of one type
(`article:author`); none.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.dialects import BIBLATEX
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.missing import lacking
from citekit.model.diagnostic import Severity


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    if entry.file.dialect == BIBLATEX:
        yield from lacking(entry, BIBLATEX, options)


RULE = Rule(
    "REQ002",
    "missing-field-biblatex",
    __doc__,
    Severity.ERROR,
    EntryCheck(_check),
    options={"unneeded": ()},
)
