"""A style compiled for a locale: what renders cites, entries and sort keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.csl.context import Context, Environment, Render
from citekit.csl.locale import Locale
from citekit.csl.nodes import Choose, Element, Group, Names
from citekit.csl.processing.disambiguation import DisambiguationOptions
from citekit.csl.processing.sorting import CompiledKey
from citekit.csl.rendering import compile_element, environment
from citekit.csl.rendering.sort_values import compile_sort_variable
from citekit.csl.style_nodes import Layout, Section, SortKey, Style
from citekit.csl.tree import Node, Output

Abbreviations = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class CompiledSection:
    """``cs:citation`` or ``cs:bibliography``.

    ``fields`` render the children of the layout one by one, without the look of the layout.
    """

    layout: Layout
    options: Mapping[str, str]
    fields: tuple[Render, ...]
    keys: tuple[CompiledKey, ...]

    def render(self, context: Context) -> Output:
        """The whole layout, without its own look; empty where nothing prints."""
        printed = [output for field in self.fields if (output := field(context))]
        if len(printed) > 1:
            return Node(printed)
        return printed[0] if printed else ""


@dataclass(frozen=True, slots=True)
class CompiledStyle:
    """A style in a locale, ready to render.

    ``uses_first_note`` tells of back references, ``uses_label`` of citation labels.
    ``numbers_descend`` tells of a bibliography that is sorted by descending citation numbers, be
    it after other keys: its last entry is number 1.
    """

    style: Style
    locale: Locale
    citation: CompiledSection
    bibliography: CompiledSection | None
    disambiguation: DisambiguationOptions
    uses_first_note: bool
    uses_label: bool
    numbers_descend: bool


def compile_style(style: Style, locale: Locale, abbreviations: Abbreviations) -> CompiledStyle:
    """``style`` compiled for ``locale``."""
    return CompiledStyle(
        style,
        locale,
        _section(style, style.citation, locale, abbreviations, is_citation=True),
        _section(style, style.bibliography, locale, abbreviations, is_citation=False)
        if style.bibliography is not None
        else None,
        _disambiguation(style),
        _uses_variable(style, "first-reference-note-number"),
        _uses_variable(style, "citation-label"),
        style.bibliography is not None and _numbers_descend(style, style.bibliography),
    )


def _section(
    style: Style,
    section: Section,
    locale: Locale,
    abbreviations: Abbreviations,
    *,
    is_citation: bool,
) -> CompiledSection:
    env = environment(style, locale, is_citation=is_citation, abbreviations=abbreviations)
    children = section.layout.children
    return CompiledSection(
        section.layout,
        section.options,
        tuple(compile_element(child, env) for child in children),
        _keys(section.sort, style, locale, abbreviations, is_citation=is_citation),
    )


def _keys(
    keys: Sequence[SortKey],
    style: Style,
    locale: Locale,
    abbreviations: Abbreviations,
    *,
    is_citation: bool,
) -> tuple[CompiledKey, ...]:
    compiled: list[CompiledKey] = []
    shared: dict[tuple[tuple[str, str], ...], Environment] = {}
    for key in keys:
        options = tuple(sorted(key.options.items()))
        if options not in shared:
            shared[options] = environment(
                style,
                locale,
                is_citation=is_citation,
                sort_options=key.options,
                abbreviations=abbreviations,
            )
        env = shared[options]
        render = (
            env.macro(key.macro, env) if key.macro else compile_sort_variable(key.variable, env)
        )
        compiled.append(CompiledKey(render, key.is_descending))
    return tuple(compiled)


def _disambiguation(style: Style) -> DisambiguationOptions:
    options = style.citation.options
    return DisambiguationOptions(
        add_names=options.get("disambiguate-add-names") == "true",
        add_givenname=options.get("disambiguate-add-givenname") == "true",
        givenname_rule=options.get("givenname-disambiguation-rule") or "by-cite",
        add_year_suffix=options.get("disambiguate-add-year-suffix") == "true",
        has_condition=_tests_disambiguate(style),
    )


def _numbers_descend(style: Style, section: Section) -> bool:
    """Whether the last key of ``section`` that gives the citation number is descending."""
    by_number = [
        key
        for key in section.sort
        if "citation-number" in {key.variable, *_variables(style.macros.get(key.macro, ()))}
    ]
    return bool(by_number) and by_number[-1].is_descending


def _variables(elements: Sequence[Element]) -> Iterable[str]:
    return (getattr(element, "variable", "") for element in _descend(elements))


def _all_elements(style: Style) -> Iterable[Element]:
    yield from _descend(style.citation.layout.children)
    if style.bibliography is not None:
        yield from _descend(style.bibliography.layout.children)
    for children in style.macros.values():
        yield from _descend(children)


def _descend(elements: Sequence[Element]) -> Iterable[Element]:
    pending = list(elements)
    while pending:
        element = pending.pop()
        yield element
        if isinstance(element, Group):
            pending += element.children
        elif isinstance(element, Choose):
            for branch in element.branches:
                pending += branch.children
        elif isinstance(element, Names):
            pending += element.substitute


def _tests_disambiguate(style: Style) -> bool:
    return any(
        condition.test == "disambiguate"
        for element in _all_elements(style)
        if isinstance(element, Choose)
        for branch in element.branches
        for condition in branch.conditions
    )


def _uses_variable(style: Style, variable: str) -> bool:
    sections = (
        [style.citation] if style.bibliography is None else [style.citation, style.bibliography]
    )
    if any(key.variable == variable for section in sections for key in section.sort):
        return True
    return any(getattr(element, "variable", "") == variable for element in _all_elements(style))
