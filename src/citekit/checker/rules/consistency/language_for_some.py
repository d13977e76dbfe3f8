"""A language that is given for most entries, and not for this one.

BibLaTeX hyphenates and quotes by `langid`; an entry without takes the language of the document.

    langid = {english},

Give it to all, or to those only that are in another language than the document. Nothing is reported
where fewer than the `share` have it.

It is harmless where the language of the document is meant.

Options: `share`, how many per cent of the entries must have a language (50); `entries`, how many
entries there must be (3).
"""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.field_places import place_of
from citekit.checker.finding import Problem
from citekit.checker.rule import FileCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_LANGUAGE = ("langid", "language", "hyphenation", "lang")
_NO_WORKS = frozenset({"xdata", "set", "control", "bibtexcontrol", "ieeetranbstctl", "comment"})


def _check(file: BibFile, options: RuleOptions) -> Iterator[Problem]:
    works = [entry for entry in file.entries if entry.type not in _NO_WORKS]
    fields = [entry.first(*_LANGUAGE) for entry in works]
    names = [field.name for field in fields if field is not None]
    if len(works) < options.number("entries") or len(names) == len(works):
        return
    if not names or len(names) * 100 < options.number("share") * len(works):
        return
    name = max(set(names), key=lambda one: (names.count(one), one))
    for entry, field in zip(works, fields, strict=True):
        if field is None and not entry.has(*_LANGUAGE):
            yield entry.problem(
                f"'@{entry.node.type}' has no '{name}', which {len(names)} of {len(works)} have",
                span=place_of(entry, name),
                hint=f"Add '{name} = {{…}}'.",
            )


RULE = Rule(
    "CON015",
    "language-for-some",
    __doc__,
    Severity.STYLE,
    FileCheck(_check),
    is_default=False,
    options={"share": 50, "entries": 3},
)
