"""``cs:group``, and macros, which vanish in the same way.

Source: CSL 1.0.2, "Group": a group that calls variables vanishes where all of them are empty; a
group or macro inside that prints something counts as a variable with a value.
"""

from __future__ import annotations

from citekit.csl.context import Context, Environment, Render
from citekit.csl.nodes import Group
from citekit.csl.rendering.children import compile_children
from citekit.csl.tree import Output
from citekit.csl.typography import dresser


def vanishing(inner: Render) -> Render:
    """What ``inner`` prints, or nothing where all variables that it calls are empty."""

    def render(ctx: Context) -> Output:
        called, filled = ctx.called, ctx.filled
        output = inner(ctx)
        if not output:
            return ""
        if ctx.filled == filled:
            if ctx.called != called:
                return ""
            ctx.called += 1
            ctx.filled += 1
        return output

    return render


def compile_group(node: Group, env: Environment) -> Render:
    """What ``node`` prints: its children joined by its delimiter."""
    inner = vanishing(compile_children(node.children, env, node.delimiter))
    dress = dresser(node.look)
    language = env.locale.lang

    def render(ctx: Context) -> Output:
        output = inner(ctx)
        return dress(output, ctx.texts.get("language") or language) if output else ""

    return render
