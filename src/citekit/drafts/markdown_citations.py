"""The citations of a stretch of Markdown, in pandoc's syntax."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.drafts.affixes import Keeper, markdown_to_csl
from citekit.drafts.citation_key import EVERYTHING
from citekit.drafts.draft import DraftCitation, DraftCite, Form
from citekit.drafts.locators import split_locator
from citekit.drafts.markdown_tokens import LINK_TARGET, Kind, Token, read_tokens
from citekit.model.spans import Span

_ATTRIBUTES = re.compile(r"\{\s*[#.\w=-][^{}@]*\}")
_KEY_ATTRIBUTE = re.compile(
    r"""\bkey\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
_TAGGED_KEY = re.compile(r"[^\s,]+")
_BEFORE_LOCATOR = re.compile(r"[ \t]*(?:\r\n|\r|\n)?[ \t]*")


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A note called by its label, ``[^1]``."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note that stands where it is called, ``^[…]``."""

    citations: tuple[DraftCitation, ...]
    span: Span


Found = DraftCitation | NoteCall | InlineNote


@dataclass(frozen=True, slots=True)
class FoundInText:
    """What cites in a stretch, in order; ``nested`` are keys in the affixes of others."""

    found: tuple[Found, ...]
    identifiers: frozenset[str] = frozenset()
    nested: tuple[Span, ...] = ()


def find_citations(text: str, span: Span, terms: Mapping[str, str]) -> FoundInText:
    """The citations and notes of ``text`` within ``span``, one block of running text.

    ``terms`` are the words that announce a locator. Source: pandoc's manual, "Citation syntax".
    """
    tokens = read_tokens(text, span)
    finder = _Finder(text, tokens.tokens, terms)
    found = tuple(finder.find())
    return FoundInText(found, tokens.identifiers, tuple(finder.nested))


@dataclass(slots=True)
class _Part:
    """One cite as it is written: the tokens from ``first`` to ``last``, its text in ``span``."""

    first: int
    last: int
    span: Span
    key: Token | None = None


@dataclass(slots=True)
class _Finder:
    text: str
    tokens: Sequence[Token]
    terms: Mapping[str, str]
    nested: list[Span] = field(default_factory=list)

    def find(self) -> Iterator[Found]:
        index, count = 0, len(self.tokens)
        note_end, note_start, inside = -1, 0, list[DraftCitation]()
        while index < count:
            token = self.tokens[index]
            if index == note_end:
                yield InlineNote(tuple(inside), Span(note_start, token.span.end))
                note_end, inside = -1, []
            if token.kind is Kind.NOTE and token.pair > 0 and note_end < 0:
                note_end, note_start = token.pair, token.span.start
            elif token.kind is Kind.CALL and note_end < 0:
                yield NoteCall(token.label, token.span)
            citation, index = self._citation(index)
            if citation and note_end > 0:
                inside.append(citation)
            elif citation:
                yield citation

    def _citation(self, index: int) -> tuple[DraftCitation | None, int]:
        """The citation at the token ``index``, if any, and the index to go on from."""
        token = self.tokens[index]
        if token.kind is Kind.TAG:
            return self._tagged(token.span), index + 1
        if token.kind is Kind.KEY and token.key:
            return self._in_text(index)
        if token.kind is Kind.OPEN and token.has_key and token.pair > 0:
            close = self.tokens[token.pair]
            parts = self._parts(index, token.pair)
            if all(part.key for part in parts) and not self._goes_on(token.pair):
                span = Span(token.span.start, close.span.end)
                return self._built(span, parts, Form.NORMAL), token.pair + 1
        return None, index + 1

    def _tagged(self, span: Span) -> DraftCitation | None:
        """``<d-cite key="a,b"></d-cite>``, as distill has it."""
        found = _KEY_ATTRIBUTE.search(self.text, span.start, span.end)
        if found is None:
            return None
        start, end = found.span(found.lastgroup or 0)
        cites = tuple(
            DraftCite(match[0], Span(*match.span()))
            for match in _TAGGED_KEY.finditer(self.text, start, end)
        )
        return DraftCitation(span, cites, in_brackets=True) if cites else None

    def _in_text(self, index: int) -> tuple[DraftCitation, int]:
        """``@key`` with what may follow it in brackets."""
        token = self.tokens[index]
        first = _Part(index, index, token.span, token)
        after = index + 1
        if after < len(self.tokens) and self._is_locator(token, self.tokens[after]):
            bracket = self.tokens[after]
            close = self.tokens[bracket.pair]
            parts = self._parts(after, bracket.pair)
            if all(part.key for part in parts[1:]):
                span = Span(token.span.start, close.span.end)
                suffix = "" if parts[0].key else self.text[parts[0].span.start : parts[0].span.end]
                rest = parts if parts[0].key else parts[1:]
                return self._built(span, [first, *rest], _form(token), suffix), bracket.pair + 1
        return self._built(token.span, [first], _form(token)), after

    def _is_locator(self, token: Token, bracket: Token) -> bool:
        if bracket.kind is not Kind.OPEN or bracket.pair < 0:
            return False
        gap = _BEFORE_LOCATOR.match(self.text, token.span.end)
        if gap is None or gap.end() != bracket.span.start:
            return False
        end = self.tokens[bracket.pair].span.end
        return self.text[end : end + 1] not in {"[", "("}

    def _goes_on(self, closing: int) -> bool:
        """Whether what follows a closing bracket makes a link or a span of the whole."""
        end = self.tokens[closing].span.end
        following = self.text[end : end + 1]
        if following == "(":
            return LINK_TARGET.match(self.text, end) is not None
        if following == "{":
            return _ATTRIBUTES.match(self.text, end) is not None
        if following != "[" or closing + 1 == len(self.tokens):
            return False
        token = self.tokens[closing + 1]
        return token.kind is Kind.OPEN and token.span.start == end and token.pair > 0

    def _parts(self, opening: int, closing: int) -> list[_Part]:
        """The cites between two brackets, parted by semicolons that stand in nothing else."""
        start = self.tokens[opening].span.end
        parts = [_Part(opening + 1, closing, Span(start, start))]
        jumps = self._jumps(opening + 1, closing)
        index = opening + 1
        while index < closing:
            token = self.tokens[index]
            if token.kind is Kind.SPLIT:
                parts[-1].span = Span(parts[-1].span.start, token.span.start)
                parts[-1].last = index
                parts.append(_Part(index + 1, closing, Span(token.span.end, token.span.end)))
            elif token.kind is Kind.KEY and parts[-1].key is None:
                parts[-1].key = token
            index = jumps.get(index, index) + 1
        parts[-1].span = Span(parts[-1].span.start, self.tokens[closing].span.start)
        return parts

    def _jumps(self, first: int, last: int) -> Mapping[int, int]:
        """Where brackets, braces, emphasis and quotations that open in a range close."""
        jumps: dict[int, int] = {}
        waiting: dict[str, int] = {}
        index = first
        while index < last:
            token = self.tokens[index]
            if token.kind in {Kind.OPEN, Kind.NOTE} and token.pair > 0:
                jumps[index] = token.pair
                index = token.pair
            elif token.kind in {Kind.BRACE, Kind.UNBRACE, Kind.RUN}:
                opener = waiting.pop(self._closes(token), None)
                if opener is not None:
                    jumps[opener] = index
                    waiting = {name: at for name, at in waiting.items() if at < opener}
                elif name := self._opens(token):
                    waiting[name] = index
            index += 1
        return jumps

    def _opens(self, token: Token) -> str:
        """A name for what ``token`` may open; empty where it cannot open anything."""
        mark = self.text[token.span.start : token.span.end]
        after = self.text[token.span.end : token.span.end + 1]
        before = self.text[token.span.start - 1 : token.span.start]
        if mark == "“":
            return "”"
        if token.kind is Kind.UNBRACE or after.isspace() or mark == "”":
            return ""
        return "" if before.isalnum() and mark[0] in '_"' else mark

    def _closes(self, token: Token) -> str:
        mark = self.text[token.span.start : token.span.end]
        before = self.text[token.span.start - 1 : token.span.start]
        if token.kind is Kind.UNBRACE:
            return "{"
        return "" if before.isspace() or token.kind is Kind.BRACE else mark

    def _built(
        self, span: Span, parts: Sequence[_Part], form: Form, suffix: str = ""
    ) -> DraftCitation:
        keeper = Keeper()
        cites = [self._cite(part, keeper) for part in parts if part.key]
        if suffix:
            located = split_locator(markdown_to_csl(suffix, keeper), self.terms)
            own = cites[0]
            # Words in a bracket of their own: "@voss [see there]".
            comma = ", " if not located.locator and located.rest[:1].isalnum() else ""
            cites[0] = replace(
                own,
                locator=located.locator,
                label=located.label,
                suffix=f"{comma}{located.rest}",
            )
        in_brackets = form is Form.NORMAL
        return DraftCitation(span, tuple(cites), form, keeper.kept, in_brackets=in_brackets)

    def _cite(self, part: _Part, keeper: Keeper) -> DraftCite:
        key = part.key.key if part.key else None
        if key is None:
            return DraftCite("", part.span)
        self.nested.extend(
            token.span
            for token in self.tokens[part.first : part.last]
            if token.kind is Kind.KEY and token is not part.key
        )
        suffix = markdown_to_csl(self.text[key.end : part.span.end].rstrip(), keeper)
        located = split_locator(suffix, self.terms)
        return DraftCite(
            key=key.key,
            span=Span(key.start, key.end),
            locator=located.locator,
            label=located.label,
            prefix=markdown_to_csl(self.text[part.span.start : key.start].lstrip(), keeper),
            suffix=located.rest,
            suppress_author=key.suppress_author,
        )


def _form(token: Token) -> Form:
    hides = token.key is not None and token.key.suppress_author
    return Form.NORMAL if hides else Form.AUTHOR_IN_TEXT


def keys_in(text: str) -> tuple[str, ...]:
    """The keys that ``text`` (the value of ``nocite``) names, ``*`` for all works."""
    tokens = read_tokens(text, Span(0, len(text))).tokens
    keys = [token.key.key for token in tokens if token.key]
    return (EVERYTHING,) if EVERYTHING in keys else tuple(dict.fromkeys(keys))
