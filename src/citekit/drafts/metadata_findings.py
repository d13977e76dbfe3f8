"""What is said about a metadata block that is no YAML."""

from citekit.drafts.metadata import MetadataError
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span
from citekit.text.lines import LineIndex


def no_yaml(error: MetadataError, path: str, block: Span, lines: LineIndex) -> Diagnostic:
    """The finding about the metadata at ``block`` that ``error`` tells of."""
    place = lines.place(block.start)
    return Diagnostic(
        "draft-metadata",
        Severity.WARNING,
        f"the metadata block is no YAML: {error}",
        "Quote values that hold a colon or begin with '@', '[' or '{'.",
        path,
        block,
        place.line + error.line,
        error.column + 1,
    )
