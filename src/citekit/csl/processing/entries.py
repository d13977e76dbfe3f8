"""One entry of a bibliography as a tree: layout, alignment of its first field, affixes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.csl.nodes import NO_FORMAT, Choose, Format
from citekit.csl.style_nodes import Layout
from citekit.csl.tree import Node, Output

_LEFT_MARGIN = Format(display="left-margin")
_RIGHT_INLINE = Format(display="right-inline")


def lay_out_entry(fields: Sequence[Output], layout: Layout, *, aligns_second_field: bool) -> Output:
    """The entry of ``fields``, what the children of the layout printed; empty if they did nothing.

    Source: CSL 1.0.2, "Bibliography-specific options", second-field-align: the first field
    stands in the margin, all others beside it.
    """
    printed = [field for field in fields if field]
    if not printed:
        return ""
    look = layout.look
    inner = _aligned(fields, layout) if aligns_second_field else _with_affixes(printed, layout)
    return inner if look.format == NO_FORMAT else Node((inner,), format=look.format)


def _aligned(fields: Sequence[Output], layout: Layout) -> Output:
    """The first of ``fields`` in the margin, where it printed something, the others beside it."""
    look = layout.look
    first, others = _parted(fields, layout)
    children: list[Output] = []
    if first:
        children.append(Node((_after(look.prefix, first),), format=_LEFT_MARGIN))
    if printed := [field for field in others if field]:
        rest = Node(printed, prefix="" if first else look.prefix, suffix=look.suffix)
        children.append(Node((rest,), format=_RIGHT_INLINE))
    return Node(children)


def _after(prefix: str, output: Output) -> Output:
    return Node((output,), prefix=prefix) if prefix else output


def _parted(fields: Sequence[Output], layout: Layout) -> tuple[Output, Sequence[Output]]:
    """The first field and the others; ``cs:choose`` is no field, what it lets through is."""
    for number, (field, element) in enumerate(zip(fields, layout.children, strict=True), start=1):
        if not isinstance(element, Choose):
            return field, fields[number:]
        if isinstance(field, Node) and _is_bare(field):
            return field.children[0], [*field.children[1:], *fields[number:]]
        if field:
            return field, fields[number:]
    return "", ()


def _is_bare(node: Node) -> bool:
    return node.format is None and node.tag is None and not (node.prefix or node.suffix)


def _with_affixes(printed: Sequence[Output], layout: Layout) -> Output:
    """The affixes of the layout around ``printed``; they go into a first and a last block."""
    fields = list(printed)
    prefix, suffix = layout.look.prefix, layout.look.suffix
    if prefix and (block := _within_block(fields[0], prefix=prefix)):
        fields[0], prefix = block, ""
    if suffix and (block := _within_block(fields[-1], suffix=suffix)):
        fields[-1], suffix = block, ""
    return Node(fields, prefix=prefix, suffix=suffix)


def _within_block(output: Output, *, prefix: str = "", suffix: str = "") -> Node | None:
    """``output`` with affixes inside the block that it is set as; ``None`` if it is none."""
    if isinstance(output, str):
        return None
    format_ = output.format
    if format_ is not None and format_.display:
        inner = output.with_children(output.children)
        inner.format = replace(format_, display="")
        affixed = Node((inner,), prefix=prefix, suffix=suffix)
        return Node((affixed,), format=Format(display=format_.display))
    if len(output.children) > 1 or output.prefix or output.suffix:
        return None
    within = _within_block(output.children[0], prefix=prefix, suffix=suffix)
    return output.with_children((within,)) if within else None
