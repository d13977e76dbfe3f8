"""The names of one variable as a list: delimiters, "and", "et al.", the ellipsis.

Source: CSL 1.0.2, "Name" and "Et-al".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.csl.item import Name
from citekit.csl.locale import Locale
from citekit.csl.nodes import NO_FORMAT, PLAIN, EtAl, NameElement
from citekit.csl.rendering.name_options import NameOptions
from citekit.csl.rendering.name_parts import (
    FAMILY_ONLY,
    FULL,
    INITIALS,
    NameWriter,
    Place,
    is_invertible,
)
from citekit.csl.rendering.name_scripts import sets_blanks
from citekit.csl.tree import Node, Output, Tag, plain_text
from citekit.csl.typography import dress

_ELLIPSIS = "… "


@dataclass(frozen=True, slots=True)
class NameList:
    """What is to be written: ``shown`` of ``names``.

    ``levels`` says how much of each given name shows, as much as the style has it where empty;
    ``is_open`` that the list itself ends in "and others".
    """

    names: tuple[Name, ...]
    shown: int
    levels: tuple[int, ...] = ()
    is_open: bool = False
    language: str = ""


class ListWriter:
    """Writes lists of names under the options of one ``cs:names``."""

    def __init__(
        self,
        options: NameOptions,
        element: NameElement,
        et_al: EtAl,
        locale: Locale,
    ) -> None:
        """Resolve the terms and the strings between names once."""
        self._options = options
        self._look = PLAIN if options.is_sort_key else element.look
        self._names = NameWriter(options, element.parts, locale.lang)
        self.form_at = self._form_at
        self.has_text_case = self._names.has_text_case or bool(self._look.text_case)
        self.level = _own_level(options)
        term = locale.term(et_al.term)
        self._et_al = "" if options.is_sort_key else dress(term, et_al.look, locale.lang)
        self._et_al_blank = " " if sets_blanks(term) else ""
        self._and = _conjunction(options, locale)
        self._language = locale.lang

    def write(self, wanted: NameList) -> tuple[Output, ...]:
        """The names and what stands between them, to be printed one after the other."""
        is_cut = wanted.shown < len(wanted.names)
        if self._options.is_sort_key:
            return self._write_sort_key(wanted)
        if wanted.is_open or (is_cut and not self._uses_last):
            return self._write_et_al(wanted)
        nodes = [self._node(wanted, index) for index in range(wanted.shown)]
        if is_cut:
            last = self._node(wanted, len(wanted.names) - 1)
            return (*self._joined(nodes), self._options.delimiter + _ELLIPSIS, last)
        if self._and and len(nodes) > 1:
            return self._with_and(nodes, wanted)
        return self._joined(nodes)

    def _form_at(self, name: Name, level: int) -> str:
        """The bare text of ``name`` where disambiguation asks for ``level``."""
        place = Place(is_inverted=False, level=max(level, self.level))
        return plain_text(self._names.write(name, place))

    @property
    def _uses_last(self) -> bool:
        return self._options.first.uses_last

    def _is_inverted(self, wanted: NameList, index: int) -> bool:
        order = self._options.name_as_sort_order
        if order != "all" and (order != "first" or index):
            return False
        return is_invertible(wanted.names[index])

    def _node(self, wanted: NameList, index: int, *, takes_format: bool = True) -> Output:
        level = wanted.levels[index] if wanted.levels else self.level
        place = Place(self._is_inverted(wanted, index), level, wanted.language)
        output = self._names.write(wanted.names[index], place)
        if self._look != PLAIN and output:
            look = self._look if takes_format else replace(self._look, format=NO_FORMAT)
            output = dress(output, look, wanted.language or self._language)
        return Node((output,), tag=Tag.NAME, data=index) if output else ""

    def _joined(self, nodes: Sequence[Output]) -> tuple[Output, ...]:
        parts: list[Output] = []
        for node in nodes:
            if node:
                if parts:
                    parts.append(self._options.delimiter)
                parts.append(node)
        return tuple(parts)

    def _with_and(self, nodes: Sequence[Output], wanted: NameList) -> tuple[Output, ...]:
        """The nodes with "and" before the last, a delimiter before it or not."""
        rule = self._options.delimiter_precedes_last
        if rule == "contextual":
            has_delimiter = len(nodes) > 2 and sets_blanks(self._and)  # noqa: PLR2004
        elif rule == "after-inverted-name":
            has_delimiter = self._is_inverted(wanted, len(nodes) - 2)
        else:
            has_delimiter = rule == "always"
        blank = " " if sets_blanks(self._and) else ""
        before = self._options.delimiter if has_delimiter else blank
        return (*self._joined(nodes[:-1]), f"{before}{self._and}{blank}", nodes[-1])

    def _write_et_al(self, wanted: NameList) -> tuple[Output, ...]:
        """The names shown and "et al.", all in the format of ``cs:name``."""
        shown = wanted.shown
        nodes = [self._node(wanted, index, takes_format=False) for index in range(shown)]
        parts = self._joined(nodes)
        if self._et_al and parts:
            rule = self._options.delimiter_precedes_et_al
            if rule == "contextual":
                has_delimiter = shown > 1
            elif rule == "after-inverted-name":
                has_delimiter = self._is_inverted(wanted, shown - 1)
            else:
                has_delimiter = rule == "always"
            before = self._options.delimiter if has_delimiter else self._et_al_blank
            parts = (*parts, before, self._et_al) if before else (*parts, self._et_al)
        if self._look.format == NO_FORMAT:
            return parts
        return (Node(parts, format=self._look.format),)

    def _write_sort_key(self, wanted: NameList) -> tuple[Output, ...]:
        indices = list(range(wanted.shown))
        if wanted.shown < len(wanted.names) and self._uses_last:
            indices.append(len(wanted.names) - 1)
        return self._joined([self._node(wanted, index) for index in indices])


def _own_level(options: NameOptions) -> int:
    """How much of a given name the style shows without disambiguation."""
    if options.form == "short":
        return FAMILY_ONLY
    return FULL if options.initialize_with is None else INITIALS


def _conjunction(options: NameOptions, locale: Locale) -> str:
    if options.and_ == "text":
        return locale.term("and")
    if options.and_ == "symbol":
        symbol = locale.terms.get(("and", "symbol", ""))
        return symbol.single if symbol is not None else "&"
    return ""
