"""Style and locale files as nodes; faults are gathered and told all at once."""

from citekit.csl.reading.faults import StyleFault
from citekit.csl.reading.locale_file import read_locale
from citekit.csl.reading.style import check_style, read_info, read_style

__all__ = ["StyleFault", "check_style", "read_info", "read_locale", "read_style"]
