"""Citations as parts of notes, and as notes."""

from citekit.drafts.abbreviations import is_abbreviation
from citekit.drafts.draft import DraftCitation, DraftNote
from citekit.model.spans import Span

_CLOSERS = "]) \t\r\n"
_SENTENCE_ENDS = (".", "!", "?")
_FULL_STOP = "."
_QUOTED_STOPS = {'."': '"', ".”": "”", ".’": "’", ".»": "»", '.\\"': '\\"'}


def fitted_into_note(
    text: str, citation: DraftCitation, note: DraftNote, rendered: str, ending: str
) -> str:
    """``rendered``, the text of a whole note, as part of the note that it stands in.

    ``ending`` is what the style ends a note with; it stays only where nothing follows. A citation
    in brackets that comes behind other text is set in parentheses, unless it stands between
    such. Source: pandoc, which does so; the note's own full stop is ours.
    """
    body = _body_of(citation, note)
    if body is None:
        return rendered
    before = _before(text, citation, body)
    after = text[citation.span.end : body.end].strip(_CLOSERS)
    is_last = not after and body == note.bodies[-1]
    opens = before.count("(") > before.count(")")
    if before.strip() and citation.in_brackets and not opens:
        return f"({_without(rendered, ending)})"
    shown = rendered if is_last and not opens else _without(rendered, ending)
    has_stop = text.startswith(_FULL_STOP, citation.span.end)
    return shown.removesuffix(_FULL_STOP) if has_stop else shown


def continues_sentence(text: str, citation: DraftCitation, note: DraftNote) -> bool:
    """Whether ``citation`` stands within a sentence of ``note``, and must not begin one."""
    body = _body_of(citation, note)
    if body is None:
        return False
    before = _before(text, citation, body).rstrip(" \t\r\n(\"'“‘*_")
    return bool(before) and (not before.endswith(_SENTENCE_ENDS) or is_abbreviation(before))


def _body_of(citation: DraftCitation, note: DraftNote) -> Span | None:
    at = citation.span.start
    return next((span for span in note.bodies if span.start <= at < span.end), None)


def _before(text: str, citation: DraftCitation, body: Span) -> str:
    return text[body.start : citation.span.start].removeprefix("^[")


def as_note(rendered: str, prefix: str, suffix: str) -> str:
    """``rendered``, a citation for the running text, as the text of a note of its own.

    The brackets of the style, ``prefix`` and ``suffix``, go; a note is a sentence.
    """
    text = without_brackets(rendered, prefix, suffix)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def without_brackets(rendered: str, prefix: str, suffix: str) -> str:
    """``rendered`` without ``prefix`` and ``suffix`` if it has both."""
    if prefix and suffix and rendered.startswith(prefix) and rendered.endswith(suffix):
        return rendered[len(prefix) : len(rendered) - len(suffix)]
    return rendered


def _without(rendered: str, ending: str) -> str:
    """``rendered`` without the ``ending`` of a note; that of an abbreviation stays."""
    if ending == _FULL_STOP and is_abbreviation(rendered):
        return rendered
    if ending and rendered.endswith(ending):
        return rendered.removesuffix(ending)
    if ending == _FULL_STOP:
        for stop, quote in _QUOTED_STOPS.items():
            if rendered.endswith(stop):
                return rendered.removesuffix(stop) + quote
    return rendered
