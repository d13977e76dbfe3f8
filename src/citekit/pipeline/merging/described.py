"""A record in a few words."""

import re

from citekit.model.reference import Reference
from citekit.model.variables import DateVariable, NameVariable, TextVariable
from citekit.resolver.display import display

_LONGEST = 80
# No terminal, and no file of decisions, is to get control characters or halves of characters.
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def described(reference: Reference) -> str:
    """Author, title and date, or what there is of them."""
    names = reference.name_list(NameVariable.AUTHOR) or reference.name_list(NameVariable.EDITOR)
    title = reference.title or reference.text(TextVariable.CONTAINER_TITLE)
    date = reference.dates.get(DateVariable.ISSUED)
    parts = (display(names[0]) if names else "", shortened(title), display(date) if date else "")
    said = ", ".join(_UNFIT.sub(" ", part).strip() for part in parts if part.strip())
    return said or reference.type.value


def shortened(text: str) -> str:
    """The beginning of ``text``, if it is long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
