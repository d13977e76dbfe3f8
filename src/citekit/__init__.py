"""citekit: citations out of documents, bibliographies out of citations.

The verbs of the command line as functions, imported when they are first used:

    >>> import citekit
    >>> reference = citekit.parse("Voss, M. (2005). Rivers and borders. Meridian, 49(3), 12-31.")
    >>> reference.title
    'Rivers and borders'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citekit.checker.settings import CheckSettings
    from citekit.pipeline.checking.paths_checked import check
    from citekit.pipeline.converting import convert, read_bibliography, write_bibliography
    from citekit.pipeline.drafting.rendering import DraftOptions, format_draft
    from citekit.pipeline.extracting import extract
    from citekit.pipeline.formatting import format_bibliography as format  # noqa: A004 - the verb
    from citekit.pipeline.formatting import format_citation as cite
    from citekit.pipeline.merging.bringing_together import MergeOptions, merge, write_merger
    from citekit.pipeline.merging.duplicates import compare, find_clusters, find_pairs
    from citekit.pipeline.parsing import parse
    from citekit.pipeline.tidying import TidyOptions, tidy_bib

__version__ = "0.1.0"

__all__ = [
    "CheckSettings",
    "DraftOptions",
    "MergeOptions",
    "TidyOptions",
    "__version__",
    "check",
    "cite",
    "compare",
    "convert",
    "extract",
    "find_clusters",
    "find_pairs",
    "format",
    "format_draft",
    "merge",
    "parse",
    "read_bibliography",
    "tidy_bib",
    "write_bibliography",
    "write_merger",
]

# Importing citekit must stay cheap: the command line asks it for its version alone.
_HOMES = {
    "CheckSettings": ("checking.paths_checked", "CheckSettings"),
    "DraftOptions": ("drafting.rendering", "DraftOptions"),
    "MergeOptions": ("merging.bringing_together", "MergeOptions"),
    "TidyOptions": ("tidying", "TidyOptions"),
    "check": ("checking.paths_checked", "check"),
    "cite": ("formatting", "format_citation"),
    "compare": ("merging.duplicates", "compare"),
    "convert": ("converting", "convert"),
    "extract": ("extracting", "extract"),
    "find_clusters": ("merging.duplicates", "find_clusters"),
    "find_pairs": ("merging.duplicates", "find_pairs"),
    "format": ("formatting", "format_bibliography"),
    "format_draft": ("drafting.rendering", "format_draft"),
    "merge": ("merging.bringing_together", "merge"),
    "parse": ("parsing", "parse"),
    "read_bibliography": ("converting", "read_bibliography"),
    "tidy_bib": ("tidying", "tidy_bib"),
    "write_bibliography": ("converting", "write_bibliography"),
    "write_merger": ("merging.bringing_together", "write_merger"),
}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    """The function called ``name``, imported from the pipeline on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'citekit' has no attribute '{name}'")
    module, function = _HOMES[name]
    return getattr(import_module(f"citekit.pipeline.{module}"), function)
