r"""A LaTeX draft, taken apart."""

import re
from collections.abc import Callable, Iterator, Mapping

from citekit.drafts.draft import BibliographyPlace, Draft, DraftCitation, DraftNote, Heading
from citekit.drafts.latex_commands import argument_at, command_named, read_citation
from citekit.drafts.latex_passages import MARK, HiddenPassages, document_bounds
from citekit.drafts.metadata import MAIN, Metadata
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span
from citekit.text.data import load_mapping
from citekit.text.lines import LineIndex

# Commands that cite by their names, those apart that set something up.
_CITES = re.compile(
    r"(?!nocite|set|def|reset|new|renew|cite(?:text|style|reset))[a-z]*cite[a-z]*\*?"
)
_CLASS = re.compile(r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{([\w-]+)\}")
_LANGUAGE = re.compile(
    r"\\usepackage\s*\[([^\]]*)\]\s*\{babel\}|\\set(?:main|default)language\s*(?:\[[^\]]*\])?\s*\{(\w+)\}"
)
_OPTION = re.compile(r"([A-Za-z]+)\s*=\s*(\{[^{}]*\}|[^,]*)")
_LEVELS = {"part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4}
_FILTERS = {
    "type": "type",
    "nottype": "not-type",
    "keyword": "keyword",
    "notkeyword": "not-keyword",
}
_BOOKS = frozenset({"book", "report", "scrbook", "scrreprt", "memoir"})


def read_latex(text: str, path: str, find_terms: Callable[[Metadata], Mapping[str, str]]) -> Draft:
    r"""The draft that ``text`` is.

    Comments, verbatim text, what ``\iffalse`` hides and the preamble hold no citations; of the
    preamble the bibliography files and the language are read. ``\printbibliography`` and
    ``\bibliography`` are the places of lists. Files that are included are not followed.

    Source: the manual of biblatex, "Citation Commands" and "Bibliography Commands".
    """
    scanner = _Scanner(text)
    metadata = Metadata(
        bibliographies={MAIN: scanner.files} if scanner.find_files() else {},
        language=_language(text),
    )
    scanner.scan(find_terms(metadata))
    return Draft(
        text=text,
        path=path,
        flow=tuple(scanner.flow),
        places=tuple(scanner.places),
        headings=tuple(scanner.headings),
        metadata=metadata,
        listed=tuple(dict.fromkeys(scanner.listed)),
        has_list_at_end=False,
        diagnostics=tuple(_unread_commands(scanner.unread, text, path)),
    )


def _unread_commands(unread: Mapping[str, int], text: str, path: str) -> Iterator[Diagnostic]:
    lines = LineIndex(text)
    for name, start in unread.items():
        place = lines.place(start)
        yield Diagnostic(
            "unread-command",
            Severity.WARNING,
            f"\\{name} is no citation command that is read; it was left as it is",
            "Write it with \\cite, \\parencite, \\textcite or \\footcite.",
            path,
            Span(start, start + len(name) + 1),
            place.line,
            place.column,
        )


class _Scanner:
    """Goes through the commands of the body, with the braces that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.files: tuple[str, ...] = ()
        self.flow: list[DraftCitation | DraftNote] = []
        self.places: list[BibliographyPlace] = []
        self.headings: list[Heading] = []
        self.listed: list[str] = []
        self._is_book = bool((found := _CLASS.search(text)) and found[1] in _BOOKS)
        # The start of the note for a brace that opens one, -1 for any other.
        self._braces: list[int] = []
        self._is_in_note = False
        self._inside: list[DraftCitation] = []
        self._hidden = HiddenPassages(text)
        self.unread: dict[str, int] = {}

    def find_files(self) -> bool:
        """Read the names of the bibliography files; tell whether there are any."""
        files: list[str] = []
        for match in MARK.finditer(self._text):
            if match["name"] in {"addbibresource", "bibliography"}:
                skipped = argument_at(self._text, match.end(), "[]")
                names = argument_at(self._text, skipped.end if skipped else match.end(), "{}")
                for name in names.text.split(",") if names else ():
                    suffix = "" if name.strip().endswith(".bib") else ".bib"
                    files += [f"{name.strip()}{suffix}"] if name.strip() else []
        self.files = tuple(dict.fromkeys(files))
        return bool(files)

    def scan(self, terms: Mapping[str, str]) -> None:
        """Find all that cites between the beginning and the end of the document."""
        at, end = document_bounds(self._text)
        while match := MARK.search(self._text, at, end):
            at = self._take(match, terms)

    def _take(self, match: re.Match[str], terms: Mapping[str, str]) -> int:
        if match["open"]:
            self._braces.append(-1)
        elif match["close"] and self._braces:
            self._close(self._braces.pop(), match.start())
        elif match["name"]:
            return self._command(match["name"], match.start(), match.end(), terms)
        return match.end()

    def _command(self, name: str, start: int, end: int, terms: Mapping[str, str]) -> int:
        """Take in the command ``name``; the offset to go on from."""
        command = command_named(name)
        if command:
            citation = read_citation(self._text, start, end, command, terms)
            if citation:
                (self._inside if self._is_in_note else self.flow).append(citation)
                return citation.span.end
        elif _CITES.fullmatch(name) and argument_at(self._text, end, "{}"):
            self.unread.setdefault(name, start)
        elif (passed := self._hidden.end_after(name, end)) > end:
            return passed
        elif name in load_mapping("citekit.drafts", "latex", "notes"):
            return self._note(end)
        elif name in {"printbibliography", "bibliography"}:
            return self._place(name, start, end)
        elif name == "nocite":
            keys = argument_at(self._text, end, "{}")
            self.listed += [key.strip() for key in keys.text.split(",")] if keys else []
        elif name.removesuffix("*") in _LEVELS:
            self.headings.append(Heading(start, _LEVELS[name.removesuffix("*")]))
        return end

    def _note(self, end: int) -> int:
        """Open the braces of a note; the citations inside are taken in as they come."""
        option = argument_at(self._text, end, "[]")
        start = _inside_brace(self._text, option.end if option else end)
        if start < 0 or self._is_in_note:
            return end
        self._is_in_note = True
        self._braces.append(start)
        return start

    def _close(self, note_start: int, end: int) -> None:
        if note_start >= 0:
            self.flow.append(DraftNote(note_start, tuple(self._inside), (Span(note_start, end),)))
            self._inside = []
            self._is_in_note = False

    def _place(self, name: str, start: int, end: int) -> int:
        option = argument_at(self._text, end, "[]")
        after = option.end if option else end
        if name == "bibliography":
            files = argument_at(self._text, end, "{}")
            if files is None:
                return end
            after = files.end
        options = {
            match[1]: match[2].strip("{} ")
            for match in _OPTION.finditer(option.text if option else "")
        }
        title = options.get("title", "Bibliography" if self._is_book else "References")
        self.places.append(
            BibliographyPlace(
                Span(start, after),
                filters={_FILTERS[key]: value for key, value in options.items() if key in _FILTERS},
                title="" if options.get("heading") == "none" else title,
                level=0 if self._is_book else 1,
            )
        )
        return after


def _inside_brace(text: str, at: int) -> int:
    """The offset behind an opening brace at ``at`` or behind blanks; -1 where none stands."""
    while text[at : at + 1] in {" ", "\t"}:
        at += 1
    return at + 1 if text.startswith("{", at) else -1


def _language(text: str) -> str:
    match = _LANGUAGE.search(text)
    if match is None:
        return ""
    tags = load_mapping("citekit.drafts", "latex", "languages")
    options = [option.strip() for option in (match[1] or match[2]).split(",")]
    main = next((option[5:] for option in options if option.startswith("main=")), options[-1])
    return tags.get(main, "")
