r"""A LaTeX document with the files that it takes in, as one text in reading order.

Source: LaTeX2e, "Splitting the input"; the manuals of subfiles and import; BibTeX's ``.bbl``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import DocumentPart
from citekit.model.spans import Span
from citekit.readers.decoding import decode
from citekit.readers.latex.folder import DocumentFolder, FileFault, NamedFile
from citekit.readers.latex.passages import HiddenPassage, find_passages
from citekit.readers.positions import position_of

MOST_FILES = 2000
"""The most files that a document is made of."""
LONGEST = 64_000_000
"""The most characters of a document with all that it takes in."""
MISSING_FILE = "READ010"
"""The code of the finding that a file is not there."""
_DEEPEST = 30
_MOST_FINDINGS = 100
_COMMAND = re.compile(
    r"""
      \\(?:input|include|subfile|subfileinclude|InputIfFileExists)(?![A-Za-z])
        [ \t]*(?:\{[ \t]*(?P<name>[^{}%\\\#\r\n]{1,500}?)[ \t]*\}|(?P<bare>[^\s{}%\\\#]{1,500}))
    | \\(?:sub)?(?:import|includefrom|inputfrom)\*?[ \t]*
        \{(?P<folder>[^{}%\\\#\r\n]{0,300})\}[ \t]*\{(?P<inner>[^{}%\\\#\r\n]{1,300})\}
    | \\bibliography[ \t]*\{(?P<bibtex>[^{}\\\#]{1,2000})\}
    | \\addbibresource[ \t]*(?:\[[^\]]{0,300}\])?[ \t]*\{(?P<resource>[^{}\\\#\r\n]{1,500})\}
    | (?P<list>\\printbibliography(?![A-Za-z])(?:[ \t]*\[[^\]]{0,1000}\])?)
    | \\. | %[^\r\n]*+
    """,
    re.VERBOSE | re.DOTALL,
)
# Parts of TeX itself, which documents take in by name.
_OF_TEX = frozenset({"glyphtounicode", "xy", "epsf", "texinfo", "amstex", "tikz", "binhex"})


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of a document; ``parts`` are the stretches of its files, none of a single file.

    ``records`` is the list of biblatex beside it, which is no text.

    ``bibliographies`` are the paths of the files of references that it names and that are there.
    """

    text: str
    parts: tuple[DocumentPart, ...]
    bibliographies: tuple[str, ...]
    records: str
    diagnostics: tuple[Diagnostic, ...]


def compose(text: str, path: str) -> Composed:
    r"""The document at ``path`` with what it takes in, behind the commands that do so.

    Files are looked for in the folder of the document and below, nowhere else; what is missing,
    outside, or taken in by itself is left out, with a finding. The printed list of BibTeX beside
    the document (``.bbl``) is taken in where the list is to stand, unless the document holds it.
    """
    composing = _Composing(path, DocumentFolder(path), "\\begin{thebibliography}" in text)
    composing.take(text, Path(path).name, path, ())
    parts = tuple(composing.parts) if len({part.name for part in composing.parts}) > 1 else ()
    names = tuple(dict.fromkeys(composing.bibliographies))
    return Composed(
        "".join(composing.texts), parts, names, composing.records, tuple(composing.diagnostics)
    )


@dataclass(slots=True)
class _Composing:
    path: str
    folder: DocumentFolder
    has_list: bool
    texts: list[str] = field(default_factory=list)
    parts: list[DocumentPart] = field(default_factory=list)
    bibliographies: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    length: int = 0
    files: int = 0
    is_full: bool = False
    records: str = ""

    def take(self, text: str, name: str, path: str, within: tuple[str, ...]) -> None:
        """Add the text of a file, and of those that it takes in, where it does."""
        file = _File(text, name, path, (*within, name))
        at = 0
        for match in _commands(text, find_passages(text)):
            named = self._named(match, file)
            if named is None:
                continue
            content = self._content(named, match, file)
            if content is not None and match["name"] is None and "\\entry{" in content:
                self.records = content
            elif content is not None:
                self._add(text, at, match.end(), name)
                at = match.end()
                self.take(content, named.name, named.path.as_posix(), file.within)
        self._add(text, at, len(text), name)

    def _add(self, text: str, start: int, end: int, name: str) -> None:
        if start < end:
            stretch = text[start:end]
            span = Span(self.length, self.length + len(stretch))
            self.parts.append(DocumentPart(name, span, start))
            self.texts.append(stretch)
            self.length = span.end

    def _named(self, match: re.Match[str], file: "_File") -> NamedFile | None:
        """The file to take in where ``match`` stands."""
        if match["bibtex"] or match["resource"] or match["list"]:
            self._note_bibliographies(match, file)
            return None if match["resource"] else self._printed_list()
        written = match["name"] or match["bare"] or ""
        if match["inner"]:
            written = f"{match['folder'].rstrip('/')}/{match['inner']}".removeprefix("/")
            if match["folder"].startswith("/"):
                written = f"/{written}"
        if not written or Path(written).stem in _OF_TEX or not self._may_look(match, file):
            return None
        found = self.folder.find(written, (".tex",), file.name)
        if isinstance(found, NamedFile):
            return found
        self._report_fault(found, written, match, file)
        return None

    def _printed_list(self) -> NamedFile | None:
        if self.has_list:
            return None
        found = self.folder.find(f"{Path(self.path).stem}.bbl", ())
        if not isinstance(found, NamedFile):
            return None
        self.has_list = True
        return found

    def _note_bibliographies(self, match: re.Match[str], file: "_File") -> None:
        for written in (match["bibtex"] or match["resource"] or "").split(","):
            if not written.strip() or "://" in written:
                continue
            if not self._may_look(match, file):
                return
            found = self.folder.find(written.strip(), (".bib",), file.name)
            if isinstance(found, NamedFile):
                self.bibliographies.append((Path(self.path).parent / found.name).as_posix())
            else:
                self._report_fault(found, written.strip(), match, file)

    def _content(self, named: NamedFile, match: re.Match[str], file: "_File") -> str | None:
        """The text of a file, ``None`` where it is not taken in."""
        if self.is_full:
            return None
        if named.name in file.within:
            remedy = f"Take the command out: {named.name} is being read where it stands."
            self._report("READ012", f"{named.name!r} takes in itself", remedy, match, file)
            return None
        try:
            if len(file.within) > _DEEPEST or (self.length + named.path.stat().st_size > LONGEST):
                self._fill(match, file)
                return None
            data = named.path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"{named.name!r} cannot be read ({reason})"
            self._report(MISSING_FILE, message, "Check its permissions.", match, file)
            return None
        decoded = decode(data, (Path(self.path).parent / named.name).as_posix())
        self.diagnostics += decoded.diagnostics
        return decoded.content

    def _may_look(self, match: re.Match[str], file: "_File") -> bool:
        """Whether another file may be looked for."""
        self.files += 1
        if self.files > MOST_FILES:
            self._fill(match, file)
        return not self.is_full

    def _fill(self, match: re.Match[str], file: "_File") -> None:
        if not self.is_full:
            self.is_full = True
            remedy = "Extract its parts into one library."
            message = "the document is too large; the files from here on are left out"
            self._report("READ013", message, remedy, match, file)

    def _report_fault(
        self, fault: FileFault, written: str, match: re.Match[str], file: "_File"
    ) -> None:
        if fault is FileFault.OUTSIDE:
            message = f"{written!r} is outside the folder of the document; it is not read"
            remedy = f"Move it below {Path(self.path).parent.as_posix()!r}, and name it from there."
            self._report("READ011", message, remedy, match, file)
            return
        message = f"{written!r} is not there; what it holds is missing"
        remedy = f"Put it below {Path(self.path).parent.as_posix()!r}, or mend its name."
        self._report(MISSING_FILE, message, remedy, match, file)

    def _report(
        self, code: str, message: str, remedy: str, match: re.Match[str], file: "_File"
    ) -> None:
        if len(self.diagnostics) >= _MOST_FINDINGS:
            return  # each costs a walk to its line
        place = position_of(file.text, match.start())
        self.diagnostics.append(
            Diagnostic(
                code,
                Severity.WARNING,
                message,
                remedy,
                file.path if file.path == self.path else self._shown(file.name),
                Span(*match.span()),
                place.line,
                place.column,
            )
        )

    def _shown(self, name: str) -> str:
        return (Path(self.path).parent / name).as_posix()


@dataclass(frozen=True, slots=True)
class _File:
    text: str
    name: str
    path: str
    within: tuple[str, ...]


def _commands(text: str, passages: tuple[HiddenPassage, ...]) -> Iterator[re.Match[str]]:
    """The commands of ``text`` that name files, but for those in comments and ``passages``."""
    at, number = 0, 0
    while match := _COMMAND.search(text, at):
        at = match.end()
        while number < len(passages) and passages[number].after <= match.start():
            number += 1
        if number < len(passages) and passages[number].opened <= match.start():
            at = max(at, passages[number].after)
        elif match.lastgroup:
            yield match
