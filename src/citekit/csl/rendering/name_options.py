"""The options of one ``cs:names``, inherited where it does not set them, as typed values.

Source: CSL 1.0.2, "Name" and "Inheritable Name Options", "Global Options" and "Sorting".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citekit.csl.context import Environment
from citekit.csl.nodes import NameElement, Names


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """From how many names on "et al." abbreviates a list, and how many names are left.

    Either is ``None`` where not given: lists are then never abbreviated. With ``uses_last`` the
    last name follows an ellipsis.
    """

    minimum: int | None = None
    use_first: int | None = None
    uses_last: bool = False

    def shown(self, count: int, wanted: int = 0) -> int:
        """How many of ``count`` names print before "et al.": at least ``wanted``.

        A last name after an ellipsis is not counted, and there is none unless it leaves out a
        name: the list is then printed whole.
        """
        if self.minimum is None or self.use_first is None or count < self.minimum:
            return count
        if self.use_first > self.minimum:
            return count
        shown = max(self.use_first, wanted)
        if self.uses_last:
            if shown > self.minimum - 2 >= 1 and wanted <= self.use_first:
                shown = self.minimum - 2
            if shown >= count - 1:
                return count
        return min(shown, count)


@dataclass(frozen=True, slots=True)
class NameOptions:
    """What ``cs:name`` and the places above it ask for. Names are those of the attributes."""

    form: str = "long"
    and_: str = ""
    delimiter: str = ", "
    names_delimiter: str = ""
    delimiter_precedes_et_al: str = "contextual"
    delimiter_precedes_last: str = "contextual"
    first: Abbreviation = Abbreviation()
    subsequent: Abbreviation = Abbreviation()
    initializes: bool = True
    initialize_with: str | None = None
    keeps_hyphen: bool = True
    name_as_sort_order: str = ""
    sort_separator: str = ", "
    demotion: str = "display-and-sort"
    is_sort_key: bool = False
    forces_initials: bool = False


def name_options(node: Names, env: Environment) -> NameOptions:
    """The options of ``node``: its own over those of the section over those of the style."""
    own = (node.name or NameElement()).options
    above = env.name_options
    style = env.style.options

    def option(attribute: str, inherited: str = "", default: str = "") -> str:
        return own.get(attribute, above.get(inherited or attribute, default))

    initials = own.get("initialize-with", above.get("initialize-with"))
    delimiter = node.delimiter
    if delimiter is None:
        delimiter = above.get("names-delimiter", "")
    rule = env.style.citation.options.get("givenname-disambiguation-rule", "")
    first, subsequent = _abbreviations(own, env)
    return NameOptions(
        form=option("form", "name-form", "long"),
        and_=option("and"),
        delimiter=option("delimiter", "name-delimiter", ", "),
        names_delimiter=delimiter,
        delimiter_precedes_et_al=option("delimiter-precedes-et-al", default="contextual"),
        delimiter_precedes_last=option("delimiter-precedes-last", default="contextual"),
        first=first,
        subsequent=subsequent,
        initializes=option("initialize") != "false",
        initialize_with=initials,
        keeps_hyphen=style.get("initialize-with-hyphen") != "false",
        name_as_sort_order=option("name-as-sort-order"),
        sort_separator=option("sort-separator", default=", "),
        demotion=style.get("demote-non-dropping-particle", "display-and-sort"),
        is_sort_key=env.sort_options is not None,
        forces_initials=rule.endswith("-with-initials"),
    )


def _abbreviations(own: Mapping[str, str], env: Environment) -> tuple[Abbreviation, Abbreviation]:
    """For first cites and for subsequent ones; those of a sort key's own options over both."""
    key = env.sort_options or {}

    def number(*attributes: str) -> int | None:
        for attribute in attributes:
            value = own.get(attribute, env.name_options.get(attribute, "")).strip()
            if value.isdecimal():
                return int(value)
        return None

    def from_key(attribute: str, otherwise: int | None) -> int | None:
        value = key.get(attribute, "").strip()
        return int(value) if value.isdecimal() else otherwise

    uses_last = own.get("et-al-use-last", env.name_options.get("et-al-use-last")) == "true"
    if "names-use-last" in key:
        uses_last = key["names-use-last"] == "true"
    first = Abbreviation(
        from_key("names-min", number("et-al-min")),
        from_key("names-use-first", number("et-al-use-first")),
        uses_last,
    )
    subsequent = Abbreviation(
        from_key("names-min", number("et-al-subsequent-min", "et-al-min")),
        from_key("names-use-first", number("et-al-subsequent-use-first", "et-al-use-first")),
        uses_last,
    )
    return first, subsequent
