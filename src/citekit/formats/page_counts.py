"""The number of pages as libraries write it, which is ``345 p.`` for 345."""

import re

from citekit.formats.tree_records import Shape
from citekit.formats.xml_tree import XmlNode

_COUNT = re.compile(r"(\d+)\s?(?:p\.?|pp\.?|pages?|S\.?)")


def _read(node: XmlNode) -> str | None:
    match = _COUNT.fullmatch(node.text())
    return match[1] if match else node.text() or None


def _fill(node: XmlNode, count: str) -> None:
    node.content.append(f"{count} p." if count.isdecimal() else count)


COUNT: Shape[str] = Shape(_read, _fill)
