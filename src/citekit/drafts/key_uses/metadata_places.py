"""Where the metadata of a Markdown draft name works and bibliography files."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from citekit.drafts.metadata import parse_block
from citekit.model.spans import Span

_LOADER: type[yaml.BaseLoader | yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_QUOTES = ('"', "'")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class PlacedScalar:
    """A text of YAML: ``field`` is the name that leads to it, parted by dots (``references.id``).

    ``span`` holds its characters in the file, without quotes; ``value`` is what it says.
    """

    field: str
    value: str
    span: Span


def placed_scalars(text: str, block: Span) -> tuple[PlacedScalar, ...]:
    """The texts of the YAML that stands in ``text`` at ``block``; none where it is no mapping.

    Those nested deeper than four levels are left out.

    Raises:
        MetadataError: The block is no YAML.
    """
    source = text[block.start : block.end]
    if parse_block(source) is None:
        return ()
    node = yaml.compose(source, Loader=_LOADER)
    return tuple(_scalars(node, "", source, block.start, 0)) if node else ()


def _scalars(
    node: yaml.Node, field: str, source: str, shift: int, depth: int
) -> Iterator[PlacedScalar]:
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if source[start : start + 1] in _QUOTES and end - start > 1:
            start, end = start + 1, end - 1
        yield PlacedScalar(field, str(node.value), Span(start + shift, end + shift))
    elif depth >= _DEEPEST:
        return
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _scalars(part, field, source, shift, depth + 1)
    elif isinstance(node, yaml.MappingNode):
        for name, part in node.value:
            if isinstance(name, yaml.ScalarNode):
                inner = f"{field}.{name.value}" if field else str(name.value)
                yield from _scalars(part, inner, source, shift, depth + 1)
