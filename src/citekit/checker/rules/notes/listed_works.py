"""The works that a bibliography lists: the printed one of a paper, or its ``.bib`` files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rules.notes.slips import main_title
from citekit.model.reference import DateRange, Literal, PersonalName, Reference
from citekit.model.variables import DateVariable, NameVariable
from citekit.text.folding import fold


@dataclass(frozen=True, slots=True)
class Listed:
    """A work that is listed, with its entry if the list is a printed one."""

    reference: Reference
    mention: Mention | None = None

    @property
    def where(self) -> str:
        """What a message calls the list."""
        return "the bibliography" if self.mention else f"the entry '{self.reference.key}'"


def listed_works(paper: Paper) -> Iterator[Listed]:
    """The works of the printed bibliography, then those of the files."""
    for mention in paper.entries:
        yield Listed(mention.reference, mention)
    for reference in paper.filed:
        yield Listed(reference)


def same_listed(paper: Paper) -> Mapping[str, Listed]:
    """The listed works by what tells them: title and first author, folded.

    None for a paper that describes no work itself: there is nothing to compare them with.
    """
    if not paper.mentions:
        return {}
    found: dict[str, Listed] = {}
    for listed in listed_works(paper):
        found.setdefault(telling(listed.reference), listed)
    found.pop("", None)
    return found


@lru_cache(maxsize=16384)
def _folded(title: str) -> str:
    return fold(main_title(title))


def telling(reference: Reference) -> str:
    """Title and first author in a form to compare; empty where one of the two is missing."""
    author = first_author(reference)
    title = _folded(reference.title)
    return f"{author}|{title}" if author and title else ""


def first_author(reference: Reference) -> str:
    """The family name of the first author or editor, folded."""
    for variable in (NameVariable.AUTHOR, NameVariable.EDITOR):
        for name in reference.name_list(variable):
            if isinstance(name, PersonalName):
                return fold(name.family)
            if isinstance(name, Literal):
                return fold(name.text)
    return ""


def year_of(reference: Reference) -> str:
    """The year of a work, empty without one."""
    date = reference.dates.get(DateVariable.ISSUED)
    return str(date.start.year) if isinstance(date, DateRange) else ""
