"""A field that BibTeX needs for an entry of its type is missing.

The styles of BibTeX warn ("empty journal in alder2001") and print the entry with a gap.

    @article{alder2001,
      author = {Alder, Moritz},
      title  = {On Hedges},
      year   = 2001,
    }

Add the field, here `journal`, or give the entry the type that it is. What is taken over from
another entry (`crossref`) counts as there, and so does a name that BibLaTeX has for the field; no
year is asked of a work that is said to be forthcoming, and no journal of a preprint with `eprint`.

An author is not asked of reports of an institution, of articles in encyclopedias and dictionaries,
of those from newspapers (with the day or called a newspaper, and without a volume), and where a
`key`, `label` or `organization` says under what the entry is listed. A field that is there and
empty is reported as `empty-field` (REQ009).

It is harmless where your style does without the field, as those that print no publisher.

Options: `unneeded`, fields that are not asked for, alone (`publisher`) or of one type
(`book:publisher`); none.
"""

from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.required.missing import lacking
from citekit.model.diagnostic import Severity


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    if entry.file.dialect == BIBTEX:
        yield from lacking(entry, BIBTEX, options)


RULE = Rule(
    "REQ001",
    "missing-field",
    __doc__,
    Severity.ERROR,
    EntryCheck(_check),
    options={"unneeded": ()},
)
