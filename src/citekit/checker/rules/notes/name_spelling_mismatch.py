"""A person of one work, or of one book, whose name is spelt in two ways.

    Leopolt Doe (ed.)    in note 2
    Leopold Doe (ed.)     in note 30

One of the two is a slip, and the two sort and search as two persons. Look the name up and write
it alike. The rule compares the authors and editors of one work, and of all chapters of one book;
accents and initials do not count.

It is wrong where two persons of nearly one name worked on the book.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.books import books
from citekit.checker.rules.notes.printed_names import LISTS, PrintedName, printed_names
from citekit.checker.rules.notes.slips import is_slip
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    for mentions in (*paper.by_work.values(), *books(paper)):
        named: dict[tuple[str, str], PrintedName] = {}
        count: Counter[tuple[str, str]] = Counter()
        for mention in mentions:
            for variable in LISTS:
                for name in printed_names(mention, variable):
                    spelt = (fold(name.name.given), fold(name.name.family))
                    named.setdefault(spelt, name)
                    count[spelt] += 1
        for one, other in _misspelt(named):
            pair = frozenset((" ".join(one), " ".join(other)))
            if pair in told:
                continue
            told.add(pair)
            rare, usual = sorted((one, other), key=lambda spelt: (count[spelt], named[spelt].span))
            name, kept = named[rare], named[usual]
            yield paper.problem(
                name.span,
                f"{quote(name.printed)} is spelt {quote(kept.printed)} in {kept.mention.where}",
                hint="Look the name up and write it alike in both places.",
                related=(paper.related(kept.span, "the other spelling"),),
            )


def _misspelt(
    names: Iterable[tuple[str, str]],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The pairs of one family name whose given names differ by a slip, and the reverse."""
    by_family: dict[str, list[tuple[str, str]]] = {}
    by_given: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(names):
        given, family = name
        by_family.setdefault(family, []).append(name)
        if len(given) > 1:
            by_given.setdefault(given, []).append(name)
    for group in by_family.values():
        for one, other in combinations(group, 2):
            if is_slip(one[0].split()[0], other[0].split()[0]):
                yield one, other
    for group in by_given.values():
        for one, other in combinations(group, 2):
            if is_slip(one[1], other[1]):
                yield one, other


RULE = Rule(
    "NOT014",
    "name-spelling-mismatch",
    __doc__,
    Severity.ERROR,
    PaperCheck(_check),
)
