"""The rendering elements of a style as typed nodes, as CSL 1.0.2 (section of that name) has them.

Names of options are those of the attributes in CSL. An attribute that is not given is the empty
string. ``line`` is the 1-based line of the element in the file of the style, for messages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Format:
    """The attributes that show in print: fonts, quotes, display."""

    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""
    display: str = ""
    quotes: bool = False


NO_FORMAT = Format()


@dataclass(frozen=True, slots=True)
class Look:
    """What most rendering elements share: formatting, affixes, text case, strip-periods."""

    format: Format = NO_FORMAT
    prefix: str = ""
    suffix: str = ""
    text_case: str = ""
    strip_periods: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class TextVariable:
    """``<text variable="title" form="short"/>``: a standard or number variable as it is."""

    variable: str
    form: str = ""
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class TextMacro:
    """``<text macro="author"/>``."""

    macro: str
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class TextTerm:
    """``<text term="and others" form="short" plural="true"/>``."""

    term: str
    form: str = ""
    is_plural: bool = False
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class TextValue:
    """``<text value="edited by"/>``."""

    value: str
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """``<number variable="edition" form="ordinal"/>``."""

    variable: str
    form: str = ""
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """``<label variable="page" form="short" plural="contextual"/>``.

    Inside ``cs:names`` ``variable`` is empty.
    """

    variable: str
    form: str = ""
    plural: str = ""
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class DatePart:
    """``<date-part name="month" form="short"/>``."""

    name: str
    form: str = ""
    range_delimiter: str = ""
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class Date:
    """``cs:date``: localized where ``form`` is ``text`` or ``numeric``.

    ``date_parts`` is the attribute of localized dates (``year-month-day`` where not given).
    In a locale, a date's format is a ``Date`` without ``variable``.
    """

    variable: str = ""
    form: str = ""
    date_parts: str = ""
    delimiter: str = ""
    parts: tuple[DatePart, ...] = ()
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class NamePart:
    """``<name-part name="family" text-case="uppercase"/>``."""

    name: str
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class NameElement:
    """``cs:name``: ``options`` by attribute name (``and``, ``form``, ``et-al-min`` …)."""

    options: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[NamePart, ...] = ()
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class EtAl:
    """``cs:et-al``; ``term`` is ``et-al`` or ``and others``."""

    term: str = "et-al"
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Names:
    """``cs:names``.

    ``options`` are the attributes of ``cs:names`` itself that are inherited by ``cs:name``.
    ``label_first`` tells a label that stands before ``cs:name`` (rendered before the names).
    ``substitute`` is empty without ``cs:substitute``; a bare ``<names variable="editor"/>`` in it
    takes name, et-al and label of the ``cs:names`` around it.
    ``delimiter`` is ``None`` where not given, so that ``names-delimiter`` is inherited.
    """

    variables: tuple[str, ...]
    name: NameElement | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    substitute: tuple[Element, ...] = ()
    delimiter: str | None = None
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """``cs:group``."""

    children: tuple[Element, ...]
    delimiter: str = ""
    look: Look = PLAIN
    line: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on one value: ``variable="DOI"`` is ``Condition("variable", "DOI")``."""

    test: str
    value: str


@dataclass(frozen=True, slots=True)
class Branch:
    """``cs:if``, ``cs:else-if`` or ``cs:else`` (which has no conditions)."""

    conditions: tuple[Condition, ...]
    match: str
    children: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """``cs:choose``."""

    branches: tuple[Branch, ...]
    line: int = 0


Element = (
    TextVariable | TextMacro | TextTerm | TextValue | Number | Label | Date | Names | Group | Choose
)
