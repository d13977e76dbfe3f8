"""One entry of a bibliography as a tree: layout, alignment of its first field, affixes."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.nodes import NO_FORMAT, Format, Layout
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
    if aligns_second_field and len(printed) > 1:
        rest = Node(printed[1:], suffix=look.suffix)
        children: list[Output] = [
            Node((printed[0],), prefix=look.prefix, format=_LEFT_MARGIN),
            Node((rest,), format=_RIGHT_INLINE),
        ]
        inner: Output = Node(children)
    else:
        inner = _with_affixes(printed, layout)
    return inner if look.format == NO_FORMAT else Node((inner,), format=look.format)


def _with_affixes(printed: list[Output], layout: Layout) -> Output:
    """The affixes of the layout around ``printed``; the suffix goes into a last block."""
    look = layout.look
    last = printed[-1]
    if look.suffix and isinstance(last, Node) and last.format is not None and last.format.display:
        inner = Node(last.children, delimiter=last.delimiter, suffix=look.suffix)
        printed = [
            *printed[:-1],
            Node((inner,), format=last.format, suffix=last.suffix, prefix=last.prefix),
        ]
        return Node(printed, prefix=look.prefix)
    return Node(printed, prefix=look.prefix, suffix=look.suffix)
