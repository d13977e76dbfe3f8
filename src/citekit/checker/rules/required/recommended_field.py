"""A field that your style recommends for an entry of its type is missing.

Many styles and publishers ask for more than a type needs: a DOI for every article, the place of a
publisher, the day on which an address was looked up.

    @article{alder2001, …, pages = {97--111}}

Add the field, here `doi`.

It is a matter of policy, and off unless asked for. Whether there is a DOI at all only a look at the
publisher's page tells.

Options: `fields`, what is recommended, each as a type and a field (`article:doi`); of fields parted
by `/` one is enough (`article:doi/eprint/pmid/url book:address/location book:isbn/doi
inproceedings:doi/url online:urldate thesis:url/doi`).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.checker.bib_file import Entry
from citekit.checker.field_places import place_of
from citekit.checker.finding import Problem
from citekit.checker.rule import EntryCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity


@lru_cache(maxsize=64)
def _recommended(words: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for word in words:
        type_name, _, names = word.partition(":")
        found[type_name] = (*found.get(type_name, ()), tuple(names.split("/")))
    return found


def _check(entry: Entry, options: RuleOptions) -> Iterator[Problem]:
    for names in _recommended(options.words("fields")).get(entry.type, ()):
        if not entry.has(*names):
            yield entry.problem(
                f"'@{entry.node.type}' has no '{names[0]}', which is recommended",
                span=place_of(entry, names[0]),
                hint=f"Add '{names[0]} = {{…}}'.",
            )


RULE = Rule(
    "REQ011",
    "recommended-field",
    __doc__,
    Severity.INFO,
    EntryCheck(_check),
    is_default=False,
    options={
        "fields": (
            "article:doi/eprint/pmid/url",
            "book:address/location",
            "book:isbn/doi",
            "inproceedings:doi/url",
            "online:urldate",
            "thesis:url/doi",
        )
    },
)
