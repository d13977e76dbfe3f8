"""Locales: the terms and formats of a language, from locale files and from styles."""

from citekit.csl.locales.lookup import locale_for

__all__ = ["locale_for"]
