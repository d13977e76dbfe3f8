"""Fields of a Word document that are open while it is walked through.

A field has a code and, after a separator, the result that is printed; fields may stand in the
code and in the result of others. Source: ECMA-376, part 1, section 17.16.
"""

from dataclasses import dataclass, field

from citekit.readers.archive.laid_out import Paragraph
from citekit.readers.live.field_codes import FieldCode, FieldKind, FieldSources, read_field_code

# Codes hold whole abstracts, but not more.
_LONGEST_CODE = 20_000_000


@dataclass(slots=True)
class OpenField:
    """A field that has begun; ``meaning`` is known once its result begins."""

    code: list[str] = field(default_factory=list)
    data: str = ""
    meaning: FieldCode | None = None
    paragraph: Paragraph | None = None
    start: int = 0


@dataclass(slots=True)
class OpenFields:
    """The fields that are open, outermost first.

    ``codes`` and ``lists`` count those whose code is being read and those that are a bibliography,
    ``targets`` are the addresses of those that are links.
    """

    sources: FieldSources
    stack: list[OpenField] = field(default_factory=list)
    codes: int = 0
    lists: int = 0
    targets: list[str] = field(default_factory=list)

    def begin(self, data: str) -> None:
        """A field begins, with ``data`` in Base64."""
        self.stack.append(OpenField(data=data))
        self.codes += 1

    def add_code(self, text: str) -> None:
        """Take a part of the code of the innermost field."""
        if self.stack and self.stack[-1].meaning is None:
            self.stack[-1].code.append(text)

    def separate(self, paragraph: Paragraph) -> None:
        """The result of the innermost field begins in ``paragraph``."""
        if not self.stack or self.stack[-1].meaning is not None:
            return
        top = self.stack[-1]
        code = "".join(top.code)[:_LONGEST_CODE]
        top.meaning = read_field_code(code, top.data, self.sources)
        top.paragraph, top.start = paragraph, paragraph.length
        self.codes -= 1
        self.lists += top.meaning.kind is FieldKind.BIBLIOGRAPHY
        if top.meaning.kind is FieldKind.LINK:
            self.targets.append(top.meaning.target)

    def end(self, paragraph: Paragraph) -> None:
        """The innermost field ends in ``paragraph``; a citation is held there."""
        if not self.stack:
            return
        top = self.stack.pop()
        if top.meaning is None:
            self.codes -= 1
        else:
            self.lists -= top.meaning.kind is FieldKind.BIBLIOGRAPHY
            if top.meaning.kind is FieldKind.LINK:
                self.targets.pop()
        if not self.shows:
            # EndNote puts the data of a citation into a field inside its code.
            self.stack[-1].data = self.stack[-1].data or top.data
        elif top.meaning is not None and top.meaning.kind is FieldKind.CITATION:
            start = top.start if top.paragraph is paragraph else 0
            paragraph.hold(start, top.meaning.cites)

    @property
    def shows(self) -> bool:
        """Whether what comes next is printed: it stands in no code of a field."""
        return self.codes == 0

    @property
    def target(self) -> str:
        """The address that what comes next leads to."""
        return self.targets[-1] if self.targets else ""
