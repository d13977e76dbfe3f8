"""Volumes, issues, pages, editions and other numbers."""

import re

from citekit.fields.numbers import parse_edition
from citekit.fields.pages import parse_pages
from citekit.model.variables import NumberVariable
from citekit.refparser.draft import Draft, Stretch

# "49:3", "20,2", "12(1)", "7/2" in one stretch: volume and issue.
_VOLUME_ISSUE = re.compile(r"^(\d{1,4})\s*(?:[:,/]\s*|\()(\d{1,4}(?:[-–/]\d{1,4})?)\)?$")
_CUE = re.compile(
    r"^(?:vol(?:ume|s)?|no|nos|nr|issue|number|heft|bd|band|jg|tome|t|n[°º]|№)\b[\s.:]*",
    re.IGNORECASE,
)
# "3 vols.": so many volumes, and not the third.
_COUNTED = re.compile(r"\s*(?:vols|volumes|bde|bände|tomes|tomos|volumi|delen|tt)\b", re.IGNORECASE)
_EDGES = " \t\r\n.,;:()[]"


def normalise_number(draft: Draft, stretch: Stretch) -> None:
    """Set a number as printed, without the word that announces it; "49:3" sets two."""
    variable = NumberVariable(stretch.label.variable)
    value = _CUE.sub("", " ".join(stretch.text.text.split()).strip(_EDGES)).strip(_EDGES)
    both = _VOLUME_ISSUE.match(value)
    if both and variable in {NumberVariable.VOLUME, NumberVariable.ISSUE}:
        draft.set_number(NumberVariable.VOLUME, both.group(1), stretch)
        draft.set_number(NumberVariable.ISSUE, both.group(2), stretch)
    elif any(char.isalnum() for char in value):
        counted = _COUNTED.match(stretch.whole.text, stretch.label.end)
        if variable is NumberVariable.VOLUME and (
            counted or _COUNTED.match(value.lstrip("0123456789"))
        ):
            variable = NumberVariable.NUMBER_OF_VOLUMES
            value = _COUNTED.split(value)[0].strip(_EDGES)
        draft.set_number(variable, value.replace("–", "-"), stretch)


def normalise_pages(draft: Draft, stretch: Stretch) -> None:
    """Set the pages a work fills."""
    draft.set_number(NumberVariable.PAGE, parse_pages(stretch.text.text), stretch)


def normalise_edition(draft: Draft, stretch: Stretch) -> None:
    """Set the edition, as a number where it is one."""
    text = " ".join(stretch.text.text.split()).strip(_EDGES)
    draft.set_number(NumberVariable.EDITION, parse_edition(text) or text, stretch)
