"""The parts of a Word document and how they refer to each other.

Source: ECMA-376, part 2 (Open Packaging Conventions), section 8.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from citekit.readers.archive.members import Archive
from citekit.readers.archive.xml_members import find_xml, local_name, read_xml

_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relations:
    """What one part refers to: parts by the kind of relation, and targets by their ids."""

    by_kind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_id: Mapping[str, str] = field(default_factory=dict)
    external: frozenset[str] = frozenset()

    def address(self, identifier: str) -> str:
        """The address outside the document with that id, empty where there is none."""
        return self.by_id.get(identifier, "") if identifier in self.external else ""


@dataclass(frozen=True, slots=True)
class DocxPackage:
    """An opened document; ``main`` is the name of its main part."""

    archive: Archive
    main: str
    relations: Relations

    def part_name(self, kind: str) -> str:
        """The name of the part that the main part refers to as ``kind``, else the usual one."""
        names = self.relations.by_kind.get(kind, ())
        return names[0] if names else join(dirname(self.main), f"{kind}.xml")

    def find_part(self, kind: str) -> etree._Element | None:
        """The root of that part, ``None`` where there is none.

        Raises:
            ReadError: The part is damaged.
        """
        return find_xml(self.archive, self.part_name(kind))


def open_package(archive: Archive) -> DocxPackage:
    """The package in ``archive``.

    Raises:
        ReadError: A table of relations is damaged.
    """
    names = relations_of(archive, "").by_kind.get("officeDocument", ())
    main = names[0] if names and names[0] in archive else _MAIN
    return DocxPackage(archive, main, relations_of(archive, main))


def relations_of(archive: Archive, part: str) -> Relations:
    """What the part named ``part`` refers to; an empty name means the whole package.

    Raises:
        ReadError: The table of relations is damaged.
    """
    folder = dirname(part)
    name = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels")
    if name not in archive:
        return Relations()
    by_kind: dict[str, list[str]] = {}
    by_id: dict[str, str] = {}
    external: set[str] = set()
    for relation in read_xml(archive, name):
        if local_name(relation) != "Relationship":
            continue
        target, identifier = relation.get("Target", ""), relation.get("Id", "")
        if relation.get("TargetMode") == "External":
            external.add(identifier)
        else:
            target = normpath(join("/", folder, target)).lstrip("/")
            by_kind.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(target)
        by_id[identifier] = target
    return Relations({k: tuple(v) for k, v in by_kind.items()}, by_id, frozenset(external))
