"""lxml without its dangers: no entities, no files, no network, no boundless trees.

Every reader of XML takes its parser from here, so that what is shut is shut everywhere.
"""

from collections.abc import Iterable
from typing import Protocol, cast

from lxml import etree


class LogEntry(Protocol):
    """A fault of XML that libxml2 noted; lines and columns count from 1."""

    line: int
    column: int
    level: int
    message: str


class _Dtd(Protocol):
    def entities(self) -> list[object]: ...


def safe_parser(*, encoding: str | None = None, recovers: bool = False) -> etree.XMLParser:
    """A parser that reads nothing but the bytes it is given, within libxml2's limits of size.

    Comments and processing instructions are left out. With ``recovers`` faults are only logged.
    """
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recovers,
    )


def logged_faults(parser: etree.XMLParser) -> list[LogEntry]:
    """The faults that ``parser`` noted, in the order of the file."""
    return list(cast("Iterable[LogEntry]", parser.error_log))


def declares_entities(root: etree._Element) -> bool:
    """Whether the file of ``root`` declares entities of its own, which no honest record needs."""
    dtd = cast("_Dtd | None", root.getroottree().docinfo.internalDTD)
    return dtd is not None and bool(dtd.entities())
