"""Elements one after the other, and ``cs:choose``, which lets some of them through.

Source: CSL 1.0.2, "Group", "Choose": the elements of the branch taken stand where ``cs:choose``
does, so the delimiter of the group around it parts them as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.context import Context, Environment, Render
from citekit.csl.nodes import Choose, Element
from citekit.csl.rendering.conditions import compile_branch_test
from citekit.csl.tree import Node, Output


def compile_children(children: Sequence[Element], env: Environment, delimiter: str = "") -> Render:
    """What ``children`` print one after the other, those that print nothing left out."""
    renders = tuple(
        _choose(child, env, delimiter) if isinstance(child, Choose) else env.compile(child, env)
        for child in children
    )
    if not renders:
        return _nothing
    if len(renders) == 1:
        return renders[0]

    def render(ctx: Context) -> Output:
        outputs = [output for one in renders if (output := one(ctx))]
        if len(outputs) > 1:
            return Node(outputs, delimiter=delimiter)
        return outputs[0] if outputs else ""

    return render


def compile_choose(node: Choose, env: Environment) -> Render:
    """What ``node`` prints: the children of the first branch whose conditions hold."""
    return _choose(node, env, "")


def _choose(node: Choose, env: Environment, delimiter: str) -> Render:
    branches = tuple(
        (compile_branch_test(branch, env), compile_children(branch.children, env, delimiter))
        for branch in node.branches
    )

    def render(ctx: Context) -> Output:
        for holds, inner in branches:
            if holds(ctx):
                return inner(ctx)
        return ""

    return render


def _nothing(_ctx: Context) -> Output:
    return ""
