"""``cs:substitute``: what prints where the names of a ``cs:names`` are missing.

Source: CSL 1.0.2, "Substitute".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.csl.context import Context, Environment, NamesData, Render
from citekit.csl.nodes import Choose, Element, Group, Names, TextTerm
from citekit.csl.tree import Node, Output, Tag


def compile_substitute(node: Names, env: Environment) -> Render:
    """The first element of the substitute of ``node`` that prints something.

    The variables that it printed are used up for the rest of the work's output.
    """
    renders = [env.compile(inherit(child, node), env) for child in _reachable(node, env)]

    def render(ctx: Context) -> Output:
        for one in renders:
            if output := _try(one, ctx):
                return output
        return ""

    return render


def _reachable(node: Names, env: Environment) -> Sequence[Element]:
    """The elements that can come into play: a term that is defined, be it as empty, ends them."""
    reachable: list[Element] = []
    for child in node.substitute:
        reachable.append(child)
        if isinstance(child, TextTerm) and env.locale.find_term(child.term, child.form):
            break
    return reachable


def _try(render: Render, ctx: Context) -> Output:
    outer, lists = ctx.printed, len(ctx.lists)
    printed: list[str] = []
    ctx.printed = printed
    try:
        output = render(ctx)
    finally:
        ctx.printed = outer
    if not output:
        ctx.suppressed.difference_update(printed)
        del ctx.lists[lists:]
        return ""
    ctx.suppressed.update(printed)
    if outer is not None:
        outer += printed
    return output if _holds_names(output) else _as_names(output, printed, ctx)


def _as_names(output: Output, printed: Sequence[str], ctx: Context) -> Node:
    """``output`` as the author part; its data names the text variable that it shows, if any."""
    variable = next((one for one in printed if one in ctx.texts), "")
    data = (NamesData(index=-1, variable=variable, names=(), shown=0),)
    return Node((output,), tag=Tag.NAMES, data=data)


def _holds_names(output: Output) -> bool:
    if isinstance(output, str):
        return False
    return output.tag is Tag.NAMES or any(_holds_names(child) for child in output.children)


def inherit(element: Element, parent: Names) -> Element:
    """``element`` of a substitute with what a shorthand ``cs:names`` in it takes from ``parent``.

    A ``cs:names`` without children differs from ``parent`` in its variables alone: it takes over
    name, et-al and label, and affixes, formatting and delimiter too (as citeproc-js; the
    specification says so of the children only). One with children but no ``cs:name`` takes over
    the name only. Macros stand for themselves.
    """
    match element:
        case Names():
            return _inherit_names(element, parent)
        case Group(children=children):
            return replace(element, children=tuple(inherit(child, parent) for child in children))
        case Choose(branches=branches):
            inherited = tuple(
                replace(branch, children=tuple(inherit(child, parent) for child in branch.children))
                for branch in branches
            )
            return replace(element, branches=inherited)
        case _:
            return element


def _inherit_names(element: Names, parent: Names) -> Names:
    if element.name is not None:
        return element
    is_bare = element.et_al is None and element.label is None
    if not is_bare:
        return replace(element, name=parent.name, et_al=element.et_al or parent.et_al)
    return replace(
        element,
        name=parent.name,
        et_al=parent.et_al,
        label=parent.label,
        label_first=parent.label_first,
        delimiter=parent.delimiter,
        look=parent.look,
    )
