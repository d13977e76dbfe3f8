"""Locales: the terms and formats of a language, from locale files and from styles."""

from citekit.csl.locales.lookup import has_locale, locale_for

__all__ = ["has_locale", "locale_for"]
