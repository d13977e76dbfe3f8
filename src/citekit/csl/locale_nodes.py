"""What a locale sets, as typed nodes: CSL 1.0.2, sections "Locale" and "Locale Files"."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.csl.nodes import Date


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a term. ``multiple`` equals ``single`` where the term has no plural.

    ``gender`` is the grammatical gender of the noun, ``gender_form`` that of an adjective
    (ordinals); ``match`` is that of ordinal terms: ``last-digit``, ``last-two-digits``,
    ``whole-number`` or empty.
    """

    single: str
    multiple: str
    gender: str = ""
    gender_form: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class LocaleNode:
    """``cs:locale`` in a style, or a locale file: what it sets, nothing inherited.

    ``terms`` maps (name, form, gender-form) to the term, with form ``long`` where not given and
    an empty gender-form where not given. ``dates`` maps ``text`` and ``numeric`` to formats.
    ``options`` are the attributes of ``cs:style-options``. ``lang`` is empty for a locale of a
    style that holds for every language.
    """

    lang: str = ""
    terms: Mapping[tuple[str, str, str], Term] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
