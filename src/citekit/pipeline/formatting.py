"""Bibliographies rendered in a style."""

from collections.abc import Sequence

from citekit.bst.render import Markup, render_bibliography
from citekit.errors import ConfigError
from citekit.model.reference import Reference
from citekit.pipeline.converting import Written

MARKUPS = tuple(markup.value for markup in Markup)


def format_bibliography(
    references: Sequence[Reference], *, style: str = "plain", markup: str = "text"
) -> Written:
    """The bibliography of ``references`` in ``style``, as text in ``markup``.

    Raises:
        StyleError: There is no such style, or it is faulty.
        ConfigError: There is no such markup.
    """
    if markup not in MARKUPS:
        raise ConfigError(f"unknown markup '{markup}'; choose one of {', '.join(MARKUPS)}")
    result = render_bibliography(references, style=style, markup=Markup(markup))
    return Written(result.text, result.diagnostics)
