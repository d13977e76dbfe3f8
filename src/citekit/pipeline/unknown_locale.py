"""The finding that a language was asked for which no locale speaks."""

from citekit.csl.locales import has_locale
from citekit.csl.style_nodes import Style
from citekit.model.diagnostic import Diagnostic, Severity


def unknown_locale(style: Style, language: str, path: str = "") -> tuple[Diagnostic, ...]:
    """A finding where neither ``style`` nor the locale files know ``language``, else none."""
    if not language or has_locale(style, language):
        return ()
    return (
        Diagnostic(
            "unknown-locale",
            Severity.WARNING,
            f"there is no locale '{language}'; the terms are English",
            "Give the tag of a language: de, fr-CA, pt-BR.",
            path,
        ),
    )
