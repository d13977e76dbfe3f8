"""The records of an XML file, one after the other."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from citekit.formats.findings import FormatCode, finding
from citekit.formats.results import ReadResult
from citekit.formats.xml_tree import XmlNode
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference

RecordReader = Callable[[XmlNode, str, list[Diagnostic]], Reference]
"""Takes a record, the path of its file and the findings so far, to which it adds."""


def _records(node: XmlNode, names: AbstractSet[str]) -> Iterator[XmlNode]:
    """The outermost elements called by one of ``names``."""
    if node.name in names:
        yield node
        return
    for child in node.children:
        yield from _records(child, names)


def read_records(
    root: XmlNode, names: AbstractSet[str], read: RecordReader, path: str
) -> ReadResult:
    """The references of all elements below ``root`` that are called by one of ``names``."""
    diagnostics: list[Diagnostic] = []
    references = [read(record, path, diagnostics) for record in _records(root, names)]
    if not references:
        message = f"no {' or '.join(sorted(names))} in the file"
        diagnostics.append(finding(FormatCode.NO_ENTRY, message, path=path, line=root.line))
    return ReadResult(tuple(references), tuple(diagnostics))
