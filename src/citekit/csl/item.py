"""The work as a style sees it: variables by name, each a text, a list of names or a date.

Looser than ``model.Reference`` on purpose: a style may ask for any variable, and CSL-JSON in
the wild holds any value, so variables are looked up by their names in CSL.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.model.reference import Date


@dataclass(frozen=True, slots=True)
class Name:
    """A name in CSL's parts; ``literal`` is an institution or a name that must not be parted.

    ``comma_suffix`` asks for a comma before the suffix; ``static_ordering`` for family before
    given name at every place, as in Chinese or Hungarian.
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False

    @property
    def is_others(self) -> bool:
        """Whether this is no name but the "and others" at the end of a list, as BibTeX has it."""
        return self.literal == "others" and not self.family


@dataclass(frozen=True, slots=True)
class Item:
    """One work. ``texts`` holds standard and number variables, all as text; no value is empty."""

    id: str
    type: str
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the work as a BCP 47 tag, empty where not given."""
        return self.texts.get("language", "")
