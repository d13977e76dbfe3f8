"""Chapters of one book, as far as the printed words show that they are."""

from collections.abc import Sequence

from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rules.notes.slips import main_title, slipped_word
from citekit.model.reference import DateRange
from citekit.model.variables import DateVariable, ItemType, TextVariable
from citekit.text.folding import fold

_IN_BOOKS = frozenset({ItemType.CHAPTER, ItemType.PAPER_CONFERENCE, ItemType.ENTRY_ENCYCLOPEDIA})


def container(mention: Mention) -> str:
    """The title of the book or periodical that the work stands in."""
    return mention.reference.text(TextVariable.CONTAINER_TITLE)


def year(mention: Mention) -> int | None:
    """The year of the work, ``None`` without one."""
    date = mention.reference.dates.get(DateVariable.ISSUED)
    return date.start.year if isinstance(date, DateRange) else None


def books(paper: Paper) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of chapters of each book: main title alike, slips allowed, and of one year."""
    groups: list[list[Mention]] = []
    by_title: dict[tuple[str, int | None], list[Mention]] = {}
    by_year: dict[int | None, list[list[Mention]]] = {}
    for mention in paper.mentions:
        if mention.reference.type not in _IN_BOOKS or not container(mention):
            continue
        title, when = main_title(container(mention)), year(mention)
        group = by_title.get((fold(title), when)) or _alike(title, by_year.get(when, ()))
        if group is None:
            group = []
            groups.append(group)
            by_year.setdefault(when, []).append(group)
        by_title[fold(title), when] = group
        group.append(mention)
    return tuple(tuple(group) for group in groups)


def _alike(title: str, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The group of a book whose main title differs from ``title`` by a slip."""
    return next(
        (group for group in groups if slipped_word(title, main_title(container(group[0])))), None
    )
