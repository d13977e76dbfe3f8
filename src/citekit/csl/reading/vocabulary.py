"""Whether the variables, types and locators that a style names exist, and are of the kind due."""

from collections.abc import Container, Iterable
from functools import cache

from citekit.csl.reading.faults import Faults
from citekit.csl.reading.xml_elements import XmlElement
from citekit.model.variables import VARIABLES, DateVariable, ItemType, NameVariable
from citekit.text.data import load_words

_PACKAGE = "citekit.csl.reading"
_NAMES = "cs:names"
_DATE = "cs:date"


@cache
def _variables() -> frozenset[str]:
    return frozenset(VARIABLES) | load_words(_PACKAGE, "vocabulary", "variables")


@cache
def _types() -> frozenset[str]:
    return frozenset(item_type.value for item_type in ItemType)


@cache
def _terms() -> frozenset[str]:
    words = [load_words(_PACKAGE, "vocabulary", key) for key in ("terms", "phrases", "locators")]
    return frozenset().union(*words, _variables(), _types())


def check_term(term: str, element: XmlElement, own: Container[str], faults: Faults) -> None:
    """Add a fault if no locale has ``term``, nor the style's ``own`` ones."""
    stem, _, number = term.rpartition("-")
    is_numbered = number.isdigit() and stem in load_words(_PACKAGE, "vocabulary", "numbered")
    if not (is_numbered or term in own or term in _terms()):
        message = f"cs:{element.name}: the term '{term}' is unknown"
        faults.unknown(element.line, message, term, _terms())


def _element_for(variable: str) -> str:
    """The element that prints a variable where only one can, else empty."""
    match VARIABLES.get(variable):
        case NameVariable():
            return _NAMES
        case DateVariable():
            return _DATE
        case _:
            return ""


def check_variable(variable: str, element: XmlElement, faults: Faults) -> None:
    """Add a fault if ``variable`` is unknown, or cannot be printed by ``element``."""
    if variable not in _variables():
        message = f"cs:{element.name}: the variable '{variable}' is unknown"
        faults.unknown(element.line, message, variable, _variables())
        return
    here = f"cs:{element.name}"
    due = _element_for(variable)
    if due and due != here:
        faults.error(
            element.line, f"{here} cannot print the variable '{variable}'", f"Use {due} for it."
        )
    elif here in (_NAMES, _DATE) and not due:
        kind = "names" if here == _NAMES else "a date"
        faults.error(
            element.line,
            f"{here}: the variable '{variable}' does not hold {kind}",
            "Use cs:text for it.",
        )


def check_known(test: str, words: Iterable[str], element: XmlElement, faults: Faults) -> None:
    """Add a fault for each of the ``words`` that the condition ``test`` cannot know."""
    if test == "type":
        known = _types()
    elif test == "locator":
        known = load_words(_PACKAGE, "vocabulary", "locators")
    else:
        known = _variables()
    for word in words:
        if word not in known:
            message = f"cs:{element.name}: {test}='{word}' is unknown"
            faults.unknown(element.line, message, word, known)
