"""``cs:text``: a variable, a macro, a term or a value of the style.

Source: CSL 1.0.2, "Text".
"""

from __future__ import annotations

from citekit.csl.context import Context, Environment, Render
from citekit.csl.nodes import TextMacro, TextTerm, TextValue, TextVariable
from citekit.csl.rendering.case_language import case_language
from citekit.csl.rendering.links import LINKED_VARIABLES, link
from citekit.csl.rendering.number import NUMBER_VARIABLES, render_number
from citekit.csl.rendering.tags import tagged
from citekit.csl.rendering.variables import Lookup, short_lookup, variable_lookup
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography import dresser, parse_markup

# What the processor gives to every item: asking for it in vain does not empty a group.
_ALWAYS_GIVEN = frozenset({"citation-label", "citation-number", "year-suffix"})


def compile_text_variable(node: TextVariable, env: Environment) -> Render:
    """What ``node`` prints: the value of its variable."""
    variable = node.variable
    look_up = short_lookup(variable, env) if node.form == "short" else variable_lookup(variable)
    if variable in _ALWAYS_GIVEN:
        return _given_by_processor(node, env, look_up)
    if variable in NUMBER_VARIABLES:
        return render_number(node, look_up, "", env)
    if variable in LINKED_VARIABLES and env.sort_options is None:
        return _linked(node, env, look_up)
    dress = dresser(node.look)
    language = env.locale.lang

    def render(ctx: Context) -> Output:
        ctx.called += 1
        value = look_up(ctx)
        if not value:
            return ""
        ctx.fill(variable)
        return dress(parse_markup(value), ctx.texts.get("language") or language)

    return render


def _linked(node: TextVariable, env: Environment, look_up: Lookup) -> Render:
    variable = node.variable
    dress = link(variable, node.look)
    language = env.locale.lang

    def render(ctx: Context) -> Output:
        ctx.called += 1
        value = look_up(ctx)
        if not value:
            return ""
        ctx.fill(variable)
        return dress(value, language)

    return render


def _given_by_processor(node: TextVariable, env: Environment, look_up: Lookup) -> Render:
    """A variable that counts as filled even where it is empty.

    So the group of ``n.d.`` and a letter that is not needed still prints "n.d.".
    """
    variable = node.variable
    dress = dresser(node.look)
    tag = tagged(variable)
    language = env.locale.lang
    is_sorting = env.sort_options is not None
    ends_in_letter = variable == "citation-label" and not is_sorting

    def render(ctx: Context) -> Output:
        ctx.called += 1
        ctx.filled += 1
        value = look_up(ctx)
        if variable == "year-suffix":
            value = value or ctx.disambiguation.year_suffix
            ctx.year_suffix_printed = ctx.year_suffix_printed or bool(value)
        elif ends_in_letter and value:
            value += ctx.disambiguation.year_suffix
        if not value:
            return ""
        if is_sorting:
            return f"{value:0>10}" if variable == "citation-number" else value
        return tag(dress(value, language), value)

    return render


def compile_text_macro(node: TextMacro, env: Environment) -> Render:
    """What ``node`` prints: the elements of its macro, in the look of ``node``."""
    inner = env.macro(node.macro, env)
    dress = dresser(node.look)
    language = env.locale.lang

    def render(ctx: Context) -> Output:
        output = inner(ctx)
        return dress(output, ctx.texts.get("language") or language) if output else ""

    return render


def compile_text_term(node: TextTerm, env: Environment) -> Render:
    """What ``node`` prints: a term of the locale, worked out once."""
    text = env.locale.term(node.term, node.form, is_plural=node.is_plural)
    if not text:
        return _constant("")
    inner = parse_markup(text)
    if not (node.look.text_case or (env.is_citation and env.style.class_ == "in-text")):
        inner = Node((inner,), tag=Tag.TERM)
    return _constant(dresser(node.look)(inner, case_language(node.look, env.locale)))


def compile_text_value(node: TextValue, env: Environment) -> Render:
    """What ``node`` prints: its own text."""
    if not node.value:
        return _constant("")
    return _constant(
        dresser(node.look)(parse_markup(node.value), case_language(node.look, env.locale))
    )


def _constant(output: Output) -> Render:
    return lambda _ctx: output
