"""Names of people and organisations."""

import re

from citekit.fields.names import parse_names
from citekit.model.reference import Literal, Name, PersonalName
from citekit.model.variables import NameVariable
from citekit.refparser.draft import Draft, Stretch

# "Peter M. Beck ICG": capitals after a full name are the body a person belongs to.
_AFFILIATION = re.compile(r"^(.*[^\W\d_][a-z]\w*\.?),?\s+([A-Z]{3,6})$", re.DOTALL)
_INITIAL = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-ÞА-Я]$")


def normalise_names(draft: Draft, stretch: Stretch) -> None:
    """Add the names of a list; the letters of an affiliation after a name go to ``extra``."""
    text = " ".join(_with_stop(stretch).split())
    affiliation = ""
    match = _AFFILIATION.match(text)
    if match and not match.group(1).isupper() and _is_person(match.group(1)):
        text, affiliation = match.group(1).rstrip(","), match.group(2)
    names = _without_affiliations(parse_names(text))
    draft.add_names(NameVariable(stretch.label.variable), names, stretch)
    if affiliation:
        draft.extra["affiliation"] = affiliation


def _with_stop(stretch: Stretch) -> str:
    """The text with the full stop of an initial at its end, which labels leave out."""
    text, end = stretch.text.text, stretch.label.end
    ends_in_initial = _INITIAL.search(text) is not None
    return text + "." if ends_in_initial and stretch.whole.text[end : end + 1] == "." else text


def _is_person(text: str) -> bool:
    names = parse_names(text)
    return bool(names) and isinstance(names[-1], PersonalName) and bool(names[-1].given)


def _without_affiliations(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if not isinstance(name, Literal) or name.text)
