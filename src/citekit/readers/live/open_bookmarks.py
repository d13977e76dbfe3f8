"""Bookmarks and reference marks that are open while a document is walked through.

Zotero and other reference managers set them around their citations and bibliographies.
"""

from dataclasses import dataclass, field

from citekit.readers.archive.laid_out import Paragraph
from citekit.readers.live.field_codes import FieldCode, FieldKind


@dataclass(frozen=True, slots=True)
class _Begun:
    paragraph: Paragraph
    start: int
    code: FieldCode


@dataclass(slots=True)
class OpenBookmarks:
    """The bookmarks that are open; ``lists`` counts those around a bibliography."""

    lists: int = 0
    _begun: dict[str, _Begun] = field(default_factory=dict)

    def begin(self, name: str, paragraph: Paragraph, code: FieldCode) -> None:
        """The bookmark ``name``, which means ``code``, begins at the end of ``paragraph``."""
        self.lists += code.kind is FieldKind.BIBLIOGRAPHY
        self._begun[name] = _Begun(paragraph, paragraph.length, code)

    def end(self, name: str, paragraph: Paragraph) -> None:
        """The bookmark ends in ``paragraph``; a citation is held there."""
        begun = self._begun.pop(name, None)
        if begun is None:
            return
        self.lists -= begun.code.kind is FieldKind.BIBLIOGRAPHY
        if begun.code.kind is FieldKind.CITATION:
            start = begun.start if begun.paragraph is paragraph else 0
            paragraph.hold(start, begun.code.cites)
