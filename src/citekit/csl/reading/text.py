"""``cs:text``."""

from citekit.csl.nodes import TextMacro, TextTerm, TextValue, TextVariable
from citekit.csl.reading.looks import read_look
from citekit.csl.reading.reader import Reader
from citekit.csl.reading.term_names import term_name
from citekit.csl.reading.vocabulary import check_term, check_variable
from citekit.csl.reading.xml_elements import XmlElement

_SOURCES = ("variable", "macro", "term", "value")


def read_text(
    element: XmlElement, reader: Reader
) -> TextVariable | TextMacro | TextTerm | TextValue:
    """The node of a ``cs:text``, by what it prints (CSL 1.0.2, "Text")."""
    get = element.get
    look, line = read_look(element.attributes), element.line
    sources = [name for name in _SOURCES if name in element.attributes]
    if len(sources) != 1:
        given = " and ".join(sources) or "nothing to print"
        remedy = f"Give it one of {', '.join(_SOURCES)}."
        reader.faults.error(line, f"cs:text has {given}", remedy)
    match sources[:1]:
        case ["variable"]:
            check_variable(get("variable"), element, reader.faults)
            return TextVariable(get("variable"), get("form"), look, line)
        case ["macro"]:
            return TextMacro(get("macro"), look, line)
        case ["term"]:
            term, is_plural = term_name(get("term")), get("plural") == "true"
            check_term(term, element, reader.own_terms, reader.faults)
            return TextTerm(term, get("form"), is_plural, look, line)
        case _:
            return TextValue(get("value"), look, line)
