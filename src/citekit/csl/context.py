"""What a compiled element sees while it renders, and what it was compiled with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citekit.csl.citation import Position
from citekit.csl.item import Item, Name
from citekit.csl.locale import Locale
from citekit.csl.nodes import Element
from citekit.csl.style_nodes import Style
from citekit.csl.tree import Output


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What must be added to a cite so that it is read as one work.

    The lists of names of a cite are counted as they are rendered, from 0. ``shown`` maps a
    list's index to the number of names to show before "et al." (more than the style asks for).
    ``given`` maps (list, name) to a level: 1 shows initials, 2 the given name in full.
    ``condition`` makes ``disambiguate="true"`` hold; ``year_suffix`` is the letter.
    """

    shown: Mapping[int, int] = field(default_factory=dict)
    given: Mapping[tuple[int, int], int] = field(default_factory=dict)
    condition: bool = False
    year_suffix: str = ""


UNAMBIGUOUS = Disambiguation()


@dataclass(frozen=True, slots=True)
class NamesData:
    """What was rendered for one list of names: for disambiguation and substitution.

    ``index`` is the list's number in the cite, ``shown`` how many names print before "et al."
    of ``names``, ``variable`` the variable that gave them. ``form_at`` gives the bare text in which
    a name prints here at a level of disambiguation (0 to 2).
    """

    index: int
    variable: str
    names: tuple[Name, ...]
    shown: int
    form_at: Callable[[Name, int], str] | None = None


class Context:
    """The state of one rendering of one item; made anew for each.

    ``specials`` holds the variables that the processor gives: ``citation-number``, ``locator``,
    ``first-reference-note-number``, ``year-suffix``, ``citation-label``; their values are text.
    ``called`` and ``filled`` count the variables asked for and those that printed something: a
    group compares the counts before and after its children to know whether it vanishes.
    ``suppressed`` are variables that ``cs:substitute`` has used up. ``printed`` is a list while a
    substitute is tried, else ``None``: who prints a variable then appends its name.
    ``lists`` gathers the lists of names as they are rendered.
    """

    __slots__ = (
        "called",
        "dates",
        "disambiguation",
        "filled",
        "item",
        "label",
        "lists",
        "names",
        "near_note",
        "position",
        "printed",
        "specials",
        "suppressed",
        "texts",
        "year_suffix_printed",
    )

    def __init__(
        self,
        item: Item,
        *,
        specials: Mapping[str, str],
        label: str = "",
        position: Position | None = None,
        near_note: bool = False,
        disambiguation: Disambiguation = UNAMBIGUOUS,
    ) -> None:
        """Start with nothing rendered. ``position`` is ``None`` in a bibliography."""
        self.item = item
        self.texts = item.texts
        self.names = item.names
        self.dates = item.dates
        self.specials = specials
        self.label = label
        self.position = position
        self.near_note = near_note
        self.disambiguation = disambiguation
        self.called = 0
        self.filled = 0
        self.suppressed: set[str] = set()
        self.printed: list[str] | None = None
        self.lists: list[NamesData] = []
        self.year_suffix_printed = False

    def fill(self, variable: str) -> None:
        """Count ``variable`` among those that printed something."""
        self.filled += 1
        if self.printed is not None:
            self.printed.append(variable)


Render = Callable[[Context], Output]
"""A compiled element: the rendered tree, empty where nothing is to be printed."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What elements are compiled with: one for each section of a style, and for sorting.

    ``name_options`` are the inheritable options of names as they stand here (those of the
    section over those of the style). ``is_citation`` tells citations from bibliographies.
    ``sort_options`` is ``None`` except for the macros of sort keys, where names print family
    name first and in full, dates as digits, numbers padded; it then holds the ``names-min``
    and its like of the key. ``explicit_year_suffix`` tells that the style itself prints
    the variable ``year-suffix``. ``compile`` compiles a child, ``macro`` gives the compiled
    children of a macro.
    """

    style: Style
    locale: Locale
    name_options: Mapping[str, str]
    is_citation: bool
    compile: Callable[[Element, Environment], Render]
    macro: Callable[[str, Environment], Render]
    explicit_year_suffix: bool = False
    sort_options: Mapping[str, str] | None = None
    abbreviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
