"""What a paper itself mostly does, and the places where it does otherwise."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from citekit.checker.finding import Problem, Related
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rules.notes.wording import quote
from citekit.model.spans import Span

MOST_RELATED = 8


@dataclass(frozen=True, slots=True)
class Observed:
    """That something is done in the way ``form`` at a place of the passage of ``mention``."""

    form: str
    mention: Mention
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place in the file."""
        return self.mention.file_span(self.start, self.end)

    @property
    def printed(self) -> str:
        """What stands there."""
        return self.mention.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Convention:
    """The usual ``form``, the places that keep to it, and those that do not."""

    form: str
    usual: tuple[Observed, ...]
    strays: tuple[Observed, ...]

    @property
    def count(self) -> str:
        """How often the usual form is used, in words: "12 of 14 times"."""
        return f"{len(self.usual)} of {len(self.usual) + len(self.strays)} times"


def convention(
    observed: Sequence[Observed], *, fewest: int = 4, percent: int = 75
) -> Convention | None:
    """The form that at least ``percent`` of the places and ``fewest`` of them use, if any."""
    if not observed:
        return None
    form, count = Counter(one.form for one in observed).most_common(1)[0]
    if count < fewest or count * 100 < percent * len(observed):
        return None
    usual = tuple(one for one in observed if one.form == form)
    return Convention(form, usual, tuple(one for one in observed if one.form != form))


def mixture(observed: Sequence[Observed], *, fewest: int = 4) -> Convention | None:
    """The most usual form where there are others too, whatever its share."""
    if len(observed) < fewest:
        return None
    found = convention(observed, fewest=1, percent=0)
    return found if found and found.strays else None


def shown_in_place(one: Observed) -> str:
    """What stands at a place, and which note that is."""
    return f"{quote(one.printed)} in {one.mention.where}"


def shown_mark(form: str) -> str:
    """A punctuation mark as messages name it."""
    return f"'{form}'" if form else "nothing"


def mixed_problem(
    paper: Paper,
    found: Convention,
    message: str,
    hint: str,
    *,
    show: Callable[[Observed], str] = shown_in_place,
) -> Problem:
    """One problem for all places that do otherwise, at the first of each form the others behind.

    ``show`` says of a place what is done there.
    """
    strays = found.strays
    others = [*_firsts(strays[1:], strays[0].form), *strays[1 : MOST_RELATED + 1]]
    related: dict[Span, Related] = {}
    for one in [*others[:MOST_RELATED], found.usual[0]]:
        related.setdefault(one.span, paper.related(one.span, show(one)))
    return paper.problem(strays[0].span, message, hint=hint, related=tuple(related.values()))


def _firsts(observed: Sequence[Observed], seen: str) -> Iterator[Observed]:
    """The first place of every form but ``seen``."""
    ordered = sorted(observed, key=lambda one: one.form)
    for form, group in groupby(ordered, key=lambda one: one.form):
        if form != seen:
            yield next(group)
