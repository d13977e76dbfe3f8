"""A style and its sections, as CSL 1.0.2 (sections "Info", "Citation", "Bibliography") has them.

An attribute that is not given is the empty string. ``line`` is the 1-based line of the element in
the file of the style, for messages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.csl.locale_nodes import LocaleNode
from citekit.csl.nodes import PLAIN, Element, Look


@dataclass(frozen=True, slots=True)
class SortKey:
    """``cs:key``: a ``variable`` or a ``macro``; ``options`` are names-min and its like."""

    variable: str = ""
    macro: str = ""
    is_descending: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """``cs:layout``."""

    children: tuple[Element, ...]
    delimiter: str = ""
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Section:
    """``cs:citation`` or ``cs:bibliography``.

    ``options`` holds every attribute by its name: of disambiguation, collapsing, white space,
    and the inheritable ones of names.
    """

    layout: Layout
    sort: tuple[SortKey, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """What ``cs:info`` tells of a style.

    ``parent`` is the id of the independent style of which this one is an alias, else empty.
    ``categories`` are its fields, ``citation_format`` is ``author-date``, ``note`` and so on.
    ``name`` is what the style is found by: its file's name without ``.csl``, empty where the
    style was not found but given.
    """

    id: str = ""
    title: str = ""
    title_short: str = ""
    parent: str = ""
    citation_format: str = ""
    categories: tuple[str, ...] = ()
    issns: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """An independent style, or a dependent one joined with its parent.

    ``class_`` is ``in-text`` or ``note``. ``options`` holds the attributes of ``cs:style``:
    ``default-locale``, ``page-range-format``, ``demote-non-dropping-particle``,
    ``initialize-with-hyphen`` and the inheritable ones of names.
    """

    class_: str
    citation: Section
    bibliography: Section | None = None
    macros: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)
    locales: tuple[LocaleNode, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    info: StyleInfo = StyleInfo()
