"""Bibliographies and citations rendered in a style."""

from collections.abc import Sequence
from difflib import get_close_matches

from citekit.errors import ConfigError, StyleError
from citekit.model.reference import Reference
from citekit.pipeline.converting import Written
from citekit.pipeline.style_kinds import BST_NAMES, is_bst

DEFAULT_STYLE = "plain"
"""The style of a bibliography where none is named: BibTeX's own."""


def format_bibliography(
    references: Sequence[Reference],
    *,
    style: str = DEFAULT_STYLE,
    markup: str = "text",
    locale: str = "",
    links: bool = False,
) -> Written:
    """The bibliography of ``references`` in ``style``, as text in ``markup``.

    ``style`` is the name or the path of a CSL style, one of BibTeX's built-in styles, or the path
    of a ``.bst`` file. CSL styles alone know a ``locale`` and ``links``, which make addresses
    links, and more markups.

    Raises:
        StyleError: There is no such style, or it is faulty.
        ConfigError: There is no such markup, or the style cannot do it.
    """
    if is_bst(style):
        return _format_as_bst(references, style, markup)
    from citekit.pipeline import csl_bibliography  # noqa: PLC0415  # heavy

    try:
        return csl_bibliography.render(
            references, style=style, markup=markup, locale=locale, links=links
        )
    except StyleError as error:
        near = get_close_matches(style.lower(), BST_NAMES, n=1, cutoff=0.75)
        if not near:
            raise
        raise StyleError(f"{error}\n  Of the styles of BibTeX, '{near[0]}' comes near.") from error


def _format_as_bst(references: Sequence[Reference], style: str, markup: str) -> Written:
    from citekit.bst.render import Markup, render_bibliography  # noqa: PLC0415  # heavy

    markups = [markup.value for markup in Markup]
    if markup not in markups:
        raise ConfigError(f"unknown markup '{markup}'; choose one of {', '.join(markups)}")
    result = render_bibliography(references, style=style, markup=Markup(markup))
    return Written(result.text, result.diagnostics)


def format_citation(
    references: Sequence[Reference],
    cites: str,
    *,
    style: str = "",
    markup: str = "text",
    locale: str = "",
) -> Written:
    """One citation of works among ``references``, as it would first print in a document.

    ``cites`` are keys parted by commas, or a citation as in drafts: ``[see @voss, p. 3; @may]``.
    Without a ``style`` it is that of drafts.

    Raises:
        StyleError: There is no such style, or it is faulty.
        ConfigError: There is no such markup, or ``cites`` names no key.
    """
    if is_bst(style):
        raise ConfigError(f"{style}: a style of BibTeX renders no citations; choose a CSL style")
    from citekit.pipeline import csl_citation  # noqa: PLC0415  # heavy

    return csl_citation.render(references, cites, style=style, markup=markup, locale=locale)
