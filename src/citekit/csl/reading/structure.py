"""Whether elements and attributes stand where CSL 1.0.2 allows them, with values it knows."""

from citekit.csl.reading.faults import Faults, near_words
from citekit.csl.reading.schema import ElementRule, Rule, Schema, schema
from citekit.csl.reading.xml_elements import XmlElement

# A single cs:single, cs:multiple, cs:term and so on may be many; these may stand once.
_ONCE = {
    "style": ("info", "citation", "bibliography"),
    "citation": ("layout", "sort"),
    "bibliography": ("layout", "sort"),
    "names": ("name", "et-al", "label", "substitute"),
    "term": ("single", "multiple"),
}


def check_structure(root: XmlElement, faults: Faults) -> None:
    """Add what is wrong below ``root`` to ``faults``.

    What cannot stand is taken out of the tree, blanks around words are taken off, so that
    those who read it on need not look again.
    """
    _Check(schema(), faults).check(root)


class _Check:
    def __init__(self, known: Schema, faults: Faults) -> None:
        self.known = known
        self.faults = faults

    def check(self, element: XmlElement) -> None:
        rule = self.known.elements[element.name]
        if element.attributes:
            self._check_attributes(element, rule)
        for needed in rule.needs:
            if not element.attributes.get(needed):
                message = f"cs:{element.name} has no {needed}"
                self.faults.error(element.line, message, f"Give it the attribute '{needed}'.")
        if element.children:
            self._check_children(element, rule)

    def _check_attributes(self, element: XmlElement, rule: ElementRule) -> None:
        known = rule.attributes
        for name, value in tuple(element.attributes.items()):
            attribute = known.get(name)
            if attribute is None:
                self._unknown_attribute(element, name, rule)
            elif not attribute.is_text:
                stripped = value.strip()
                if stripped is not value:
                    element.attributes[name] = stripped
                if not attribute.allows(stripped):
                    self._wrong_value(element, name, attribute)

    def _unknown_attribute(self, element: XmlElement, name: str, rule: ElementRule) -> None:
        del element.attributes[name]
        message = f"cs:{element.name} has no attribute '{name}' in CSL 1.0.2"
        self.faults.unknown(element.line, message, name, rule.attributes)

    def _wrong_value(self, element: XmlElement, name: str, rule: Rule) -> None:
        value = element.attributes.pop(name)
        message = f"cs:{element.name}: {name}={value!r} is unknown"
        if rule.is_integer:
            self.faults.error(element.line, message, "Write a whole number.")
        elif self.faults.is_extended:
            self.faults.warn(element.line, message, near_words(value, rule.words))
        else:
            self.faults.error(element.line, message, near_words(value, rule.words))

    def _check_children(self, element: XmlElement, rule: ElementRule) -> None:
        kept = []
        for child in element.children:
            if child.name not in rule.children:
                self._misplaced(element, child, rule)
            else:
                kept.append(child)
                if child.name not in self.known.unchecked:
                    self.check(child)
        element.children = kept
        if element.name in _ONCE:
            self._check_once(element)

    def _misplaced(self, element: XmlElement, child: XmlElement, rule: ElementRule) -> None:
        if child.name in self.known.foreign or self.faults.is_extended:
            message = f"cs:{child.name} is not of CSL 1.0.2 and is passed over"
            self.faults.warn(child.line, message)
            return
        if child.name in self.known.elements:
            message = f"cs:{child.name} cannot stand in cs:{element.name}"
        else:
            message = f"cs:{child.name} is unknown"
        remedy = near_words(child.name, rule.children) if rule.children else "Remove it."
        self.faults.error(child.line, message, remedy)

    def _check_once(self, element: XmlElement) -> None:
        for name in _ONCE[element.name]:
            for again in element.all_named(name)[1:]:
                message = f"cs:{element.name} has more than one cs:{name}"
                self.faults.error(again.line, message, "Keep one of them.")
