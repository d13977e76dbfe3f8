"""``cs:locale`` with its terms, date formats and options."""

from citekit.csl.locale_nodes import LocaleNode, Term
from citekit.csl.nodes import Date
from citekit.csl.reading.date import date_node
from citekit.csl.reading.faults import Faults
from citekit.csl.reading.term_names import term_name
from citekit.csl.reading.xml_elements import XmlElement

TermKey = tuple[str, str, str]
"""Name, form, gender-form."""


def read_locale_node(element: XmlElement, faults: Faults) -> LocaleNode:
    """The node of a ``cs:locale`` (CSL 1.0.2, "Locale")."""
    terms: dict[TermKey, Term] = {}
    dates: dict[str, Date] = {}
    options: dict[str, str] = {}
    for child in element.children:
        match child.name:
            case "terms":
                for term in child.children:
                    key = (term_name(term.get("name")), term.get("form") or "long")
                    terms[(*key, term.get("gender-form"))] = _read_term(term)
            case "date":
                dates[_date_form(child, faults)] = date_node(child)
            case "style-options":
                options |= child.attributes
            case _:
                pass
    return LocaleNode(element.get("xml:lang"), terms, dates, options)


def _date_form(element: XmlElement, faults: Faults) -> str:
    form = element.get("form")
    if not form:
        message = "cs:date in a cs:locale has no form"
        faults.error(element.line, message, "Write form='text' or form='numeric'.")
    return form


def _read_term(element: XmlElement) -> Term:
    get = element.attributes.get
    if element.children:
        single, multiple = element.child("single"), element.child("multiple")
        one = _text(single) if single else ""
        many = _text(multiple) if multiple else one
    else:
        one = many = _text(element)
    return Term(one, many, get("gender", ""), get("gender-form", ""), get("match", ""))


def _text(element: XmlElement) -> str:
    """The text as it is printed: blanks count, but the line breaks and indents of a file do not."""
    text = element.text
    return " ".join(text.split()) if "\n" in text else text
