"""From the nodes of a style to functions that render them.

Everything that follows from the style and the locale alone is worked out here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from citekit.csl.context import Environment, Render
from citekit.csl.locale import Locale
from citekit.csl.nodes import (
    Choose,
    Date,
    Element,
    Group,
    Label,
    Names,
    Number,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
)
from citekit.csl.rendering.children import compile_children, compile_choose
from citekit.csl.rendering.dates import compile_date
from citekit.csl.rendering.groups import compile_group, vanishing
from citekit.csl.rendering.label import compile_label
from citekit.csl.rendering.names import compile_names
from citekit.csl.rendering.number import compile_number
from citekit.csl.rendering.sort_macros import sortable_children
from citekit.csl.rendering.style_variables import prints_year_suffix
from citekit.csl.rendering.text import (
    compile_text_macro,
    compile_text_term,
    compile_text_value,
    compile_text_variable,
)
from citekit.csl.style_nodes import Style
from citekit.errors import StyleError

Compiler = Callable[[Element, Environment], Render]

_COMPILERS = cast(
    "Mapping[type, Compiler]",
    {
        Choose: compile_choose,
        Date: compile_date,
        Group: compile_group,
        Label: compile_label,
        Names: compile_names,
        Number: compile_number,
        TextMacro: compile_text_macro,
        TextTerm: compile_text_term,
        TextValue: compile_text_value,
        TextVariable: compile_text_variable,
    },
)
"""Which function compiles which element."""


def compile_element(node: Element, env: Environment) -> Render:
    """The function that renders ``node``."""
    return _COMPILERS[type(node)](node, env)


class _Macros:
    """The macros of a style, compiled when they are first called and kept."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, int], tuple[Environment, Render]] = {}
        self._open: list[str] = []

    def find(self, name: str, env: Environment) -> Render:
        """The elements of the macro ``name``; they vanish together like a group.

        Raises:
            StyleError: There is no such macro, or it calls itself.
        """
        # The environment is kept beside its macro, so that its identity stays its own.
        key = (name, id(env))
        if key not in self._compiled:
            self._compiled[key] = (env, self._compile(name, env))
        return self._compiled[key][1]

    def _compile(self, name: str, env: Environment) -> Render:
        children = env.style.macros.get(name)
        if children is None:
            raise StyleError(
                f"the style calls a macro '{name}' that it does not define\n"
                f'  Add <macro name="{name}"> or correct the name.'
            )
        if name in self._open:
            path = " → ".join([*self._open[self._open.index(name) :], name])
            raise StyleError(
                f"the macro '{name}' calls itself: {path}\n"
                f"  Take one of these calls out of the style."
            )
        self._open.append(name)
        try:
            if env.sort_options is not None:
                children = sortable_children(children)
            return vanishing(compile_children(children, env))
        finally:
            self._open.pop()


def environment(
    style: Style,
    locale: Locale,
    *,
    is_citation: bool,
    sort_options: Mapping[str, str] | None = None,
    abbreviations: Mapping[str, Mapping[str, str]] | None = None,
) -> Environment:
    """What the elements of one section of ``style`` are compiled with.

    ``sort_options`` are those of a sort key, ``None`` for what is printed.
    """
    section = style.citation if is_citation else style.bibliography
    options = section.options if section is not None else {}
    return Environment(
        style,
        locale,
        {**style.options, **options},
        is_citation,
        compile_element,
        _Macros().find,
        explicit_year_suffix=prints_year_suffix(style),
        sort_options=sort_options,
        abbreviations=abbreviations or {},
    )
