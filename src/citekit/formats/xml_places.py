"""Places in a tree of elements: ``monogr/imprint/biblScope[@unit='volume']``, ``ptr/@target``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from citekit.formats.xml_tree import NAMESPACES, XmlNode

_NAME = rf"(?:(?:{'|'.join(NAMESPACES)}):)?[A-Za-z_][\w.-]*"
_STEP = re.compile(rf"({_NAME})((?:\[(?:@{_NAME}='[^']*'|!{_NAME})\])*)(?:/|$)", re.ASCII)
_TEST = re.compile(rf"\[(?:@({_NAME})='([^']*)'|!({_NAME}))\]", re.ASCII)
_ATTRIBUTE = re.compile(_NAME, re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    """An element by its name, the attributes that it must have, and those that it must not."""

    name: str
    wanted: tuple[tuple[str, str], ...] = ()
    unwanted: tuple[str, ...] = ()

    def fits(self, node: XmlNode) -> bool:
        """Whether ``node`` is such an element; the case of values does not matter."""
        attributes = node.attributes
        return (
            node.name == self.name
            and all(
                attributes.get(name, "").lower() == value.lower() for name, value in self.wanted
            )
            and not any(name in attributes for name in self.unwanted)
        )


@dataclass(frozen=True, slots=True)
class Place:
    """The way from an element down to others, or to their attribute of that name."""

    steps: tuple[Step, ...]
    attribute: str = ""

    @property
    def tests(self) -> int:
        """How much an element must show: the more, the more specific the place."""
        return sum(2 * len(step.wanted) + len(step.unwanted) for step in self.steps)


@dataclass(frozen=True, slots=True)
class Found:
    """An element at a place; its text counts, or its attribute of that name if there is one."""

    node: XmlNode
    attribute: str = ""


@lru_cache(maxsize=4096)
def parse_place(text: str) -> Place | None:
    """The place that ``text`` describes, ``None`` where it describes none."""
    way, marked, attribute = text.rpartition("@")
    if not _ATTRIBUTE.fullmatch(attribute) or not marked or (way and not way.endswith("/")):
        way, attribute = text, ""
    steps: list[Step] = []
    position = 0
    way = way.rstrip("/")
    while position < len(way):
        match = _STEP.match(way, position)
        if match is None:
            return None
        tests = _TEST.findall(match[2])
        steps.append(
            Step(
                match[1],
                tuple((name, value.replace("&apos;", "'")) for name, value, _ in tests if name),
                tuple(unwanted for _, _, unwanted in tests if unwanted),
            )
        )
        position = match.end()
    return Place(tuple(steps), attribute) if steps or attribute else None


def describe(node: XmlNode) -> str:
    """The step that leads to ``node``, with all its attributes."""
    tests = (
        f"[@{name}='{value.replace(chr(39), '&apos;')}']" for name, value in node.attributes.items()
    )
    return node.name + "".join(tests)


def find_places(node: XmlNode, place: Place) -> Iterator[Found]:
    """Every element, or attribute with a value, at ``place`` seen from ``node``."""
    nodes = [node]
    for step in place.steps:
        nodes = [child for parent in nodes for child in parent.children if step.fits(child)]
    for found in nodes:
        if not place.attribute or found.attributes.get(place.attribute, ""):
            yield Found(found, place.attribute)


def make_place(node: XmlNode, place: Place) -> XmlNode:
    """A new element at ``place`` seen from ``node``; those on the way are used again."""
    here = node
    for number, step in enumerate(place.steps, start=1):
        there = here.children[-1:] if number == len(place.steps) else reversed(here.children)
        is_last = number == len(place.steps)
        same = next(
            (
                child
                for child in there
                if child.name == step.name and child.attributes == dict(step.wanted)
            ),
            None,
        )
        if same is None or (is_last and not place.attribute):
            same = here.add(step.name)
            same.attributes.update(step.wanted)
        here = same
    return here
