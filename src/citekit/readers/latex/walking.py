r"""Going through a LaTeX document: text, signs, braces, and what its commands do.

The parser of pylatexenc is not used for whole documents: it reads some 110 KB in a second and
ends in a RecursionError on a thousand braces within each other. Its tables of commands are.
"""

import re

from citekit.model.document import DocumentPart
from citekit.readers.latex.actions import take_command
from citekit.readers.latex.citations import cites_in_notes
from citekit.readers.latex.definitions import Definitions
from citekit.readers.latex.passages import HiddenPassage, PassageKind, find_passages
from citekit.readers.latex.story import LatexStory
from citekit.readers.latex.symbols import accented, meaning, table
from citekit.readers.latex.syntax import Arguments, pair_braces
from citekit.readers.source_body import SourceBody

_TOKEN = re.compile(
    r"""
      \\(?P<name>[A-Za-z]+\*?)
    | \\(?P<sign>.)
    | (?P<comment>%[^\r\n]*+(?:\r\n|\r|\n)?[ \t]*+)
    | (?P<open>\{) | (?P<close>\})
    | (?P<math>\$\$?)
    | (?P<blank>(?:\r\n|\r|\n)[ \t]*+(?:(?:\r\n|\r|\n)[ \t]*+)++)
    | (?P<meant>~|---?|``|''|[?!]`|`|')
    | (?P<cell>&)
    | (?P<shorthand>"[`'<>=~\-|"/aouAOUsz])
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMULA = {
    "$": re.compile(r"(?:[^\\$\r\n]|\\.|(?:\r\n|\r|\n)(?![ \t]*[\r\n]))*+"),
    ")": re.compile(r"(?:[^\\\r\n]|\\[^)]|(?:\r\n|\r|\n)(?![ \t]*[\r\n]))*+"),
}
_GERMAN = re.compile(
    r"\[[^\]]{0,300}german[^\]]{0,300}\]\s*\{babel\}|\\documentclass\[[^\]]*german"
)
_BODY = re.compile(r"\\begin[ \t]*\{document\}")
_COUNTED_THROUGH = re.compile(r"\\counterwithout\*?\{footnote\}")
# Where the preamble is looked for.
_PREAMBLE = 50_000
_ESCAPED = "%&#$_{}"
_BLANK_SIGNS = ",:;> \t\r\n"
# With so many signs a text is noise; a book of 1,000 pages has some 500,000.
MOST_TOKENS = 2_000_000


def walk_latex(text: str, parts: tuple[DocumentPart, ...] = ()) -> LatexStory:
    """What is in the document ``text``, which is of the files ``parts``; any text gives one."""
    passages = find_passages(text)
    hidden = tuple((passage.opened, passage.after) for passage in passages)
    arguments = Arguments(text, pair_braces(text, hidden))
    by_start = {passage.opened: passage for passage in passages}
    story = LatexStory(
        text,
        arguments,
        Definitions(arguments),
        SourceBody(text),
        # Several documents in one file have preambles where their classes are named.
        in_preamble=len(_BODY.findall(text)) == 1,
        parts=parts,
        last_body=text.rfind("\\begin{document}"),
        addresses=by_start,
        cites_in_notes=cites_in_notes(text[:_PREAMBLE]),
        notes_by_chapter=_COUNTED_THROUGH.search(text, 0, _PREAMBLE) is None,
    )
    _Walk(story, by_start).run()
    return story


class _Walk:
    def __init__(self, story: LatexStory, passages: dict[int, HiddenPassage]) -> None:
        self._story = story
        self._text = story.text
        self._passages = passages
        self._is_german = _GERMAN.search(story.text, 0, _PREAMBLE) is not None
        # How far it is known that no formula of a sign ends.
        self._endless: dict[str, int] = {}

    def run(self) -> None:
        """Read the text to its end, or as far as its structure is worth taking apart."""
        story, at, count = self._story, 0, 0
        limit = story.arguments.braces.limit
        while match := _TOKEN.search(self._text, at):
            count += 1
            if story.body.budget.spent or count > MOST_TOKENS or match.start() > limit:
                self._give_up(at)
                return
            story.add(at, match.start())
            at = self._take(match)
            if at < 0:
                break
        else:
            story.add(at, len(self._text))
        while story.frames:
            story.close_last(len(self._text))
        story.end_paragraph()

    def _give_up(self, at: int) -> None:
        story = self._story
        while story.frames:
            story.close_last(at)
        story.end_paragraph()
        story.cut_at = at
        story.body.add_rest(at)

    def _take(self, match: re.Match[str]) -> int:
        """Read what ``match`` begins; the offset to go on from, -1 at the end."""
        passage = self._passages.get(match.start())
        if passage is not None and passage.kind is not PassageKind.ADDRESS:
            return self._passage(passage)
        start, end = match.span()
        match match.lastgroup:
            case "name":
                return take_command(self._story, match["name"], start, end)
            case "sign":
                return self._sign(match["sign"], start, end)
            case "math":
                return self._formula(match["math"], start, end)
            case "shorthand":
                return self._shorthand(match[0], start, end)
            case "meant":
                self._story.put(meaning(match[0]), start, end)
            case other:
                self._structure(other or "", start, end)
        return end

    def _structure(self, kind: str, start: int, end: int) -> None:
        """Read a brace, an empty line, or the end of a cell."""
        story = self._story
        match kind:
            case "open":
                partner = story.arguments.braces.partners.get(start, -1)
                if partner >= 0:
                    story.open_braces(partner)
            case "close":
                story.close_braces(start)
                story.paragraph.reach(end)
            case "blank":
                story.close_braces(start)  # those of a note that is never closed
                story.skip_line()
            case "cell" if story.in_table:
                for part in (" ", "|", " "):  # blanks around it count once
                    story.paragraph.supply(part)
            case "cell":
                story.add(start, end)
            case _:
                pass  # a comment

    def _passage(self, passage: HiddenPassage) -> int:
        story = self._story
        if passage.kind is PassageKind.INLINE:
            story.add(passage.start, passage.end)
            story.paragraph.reach(passage.after)
        elif passage.kind is PassageKind.VERBATIM:
            story.add_code(passage.start, passage.end)
        return passage.after

    def _sign(self, sign: str, start: int, end: int) -> int:
        story = self._story
        if found := accented(sign, self._text, end):
            story.put(found[0], start, found[1])
            return found[1]
        if sign == "\\":
            return story.end_line(start, end)
        if sign == "(":
            return self._formula(")", start, end)
        if sign == "[":
            close = self._text.find("\\]", end, end + 20_000)
            if close >= 0:
                story.add_code(start, close + 2)
                return close + 2
        elif sign in _ESCAPED:
            story.put(sign, start, end)
        elif sign == "," and self._parts_quotes(start, end):
            story.paragraph.reach(end)
        elif sign in _BLANK_SIGNS:
            story.put(" ", start, end)
        return end

    def _parts_quotes(self, start: int, end: int) -> bool:
        """Whether a thin space only keeps two quotation marks apart."""
        text = self._text
        return text[start - 1 : start] in {"'", "`"} and text[end : end + 1] in {"'", "`"}

    def _formula(self, sign: str, start: int, end: int) -> int:
        """A formula as it stands; a sign that closes nowhere in its paragraph is text."""
        if sign == "$$":
            close = self._text.find("$$", end, end + 20_000)
            if close >= 0:
                self._story.add_code(start, close + 2)
                return close + 2
        elif start >= self._endless.get(sign, 0):
            inner = _FORMULA[sign].match(self._text, end)
            close = inner.end() if inner else end
            closing = "$" if sign == "$" else "\\)"
            if self._text.startswith(closing, close):
                self._story.add(start, close + len(closing))
                return close + len(closing)
            self._endless[sign] = close
        self._story.add(start, end)
        return end

    def _shorthand(self, written: str, start: int, end: int) -> int:
        meant = table("german").get(written) if self._is_german else None
        if meant is None:
            self._story.add(start, start + 1)
            return start + 1
        self._story.put(meant, start, end)
        return end
