"""The language by whose rules a style's own words change case.

Source: CSL 1.0.2, "Text-case": title case is for English items. A term, a label or a value is no
item: where a style asks for its title case it gets it, in whatever language (as in citeproc-js).
"""

from citekit.csl.locale import Locale
from citekit.csl.nodes import Look

_ENGLISH = "en"


def case_language(look: Look, locale: Locale) -> str:
    """The language that ``look`` is applied in to words of ``locale`` or of the style."""
    return _ENGLISH if look.text_case == "title" else locale.lang
