"""What the suffix of a file says of the draft in it."""

from pathlib import PurePath

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"})
_LATEX = frozenset({".tex", ".ltx"})


def is_draft(path: str) -> bool:
    """Whether the suffix of ``path`` is that of Markdown or LaTeX."""
    return PurePath(path).suffix.lower() in _MARKDOWN | _LATEX


def is_latex(path: str) -> bool:
    """Whether the suffix of ``path`` is that of LaTeX."""
    return PurePath(path).suffix.lower() in _LATEX
