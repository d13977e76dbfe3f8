"""What is said about the faults of a file: which code, which message, which remedy."""

from collections.abc import Iterator
from dataclasses import dataclass

from citekit.formats.bib_syntax.nodes import Fault, FaultKind
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.findings import FormatCode, finding
from citekit.model.diagnostic import Diagnostic
from citekit.model.spans import Span

_SHOWN = 60
# A file that is no bibliography has as many faults as characters.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class _Wording:
    """A message and a remedy; ``{subject}`` and ``{text}`` stand for what they are about."""

    code: FormatCode
    message: str
    hint: str


_ERROR, _MENDED = FormatCode.SYNTAX, FormatCode.MENDED_SYNTAX
_WORDINGS = {
    FaultKind.NO_OPENING: _Wording(
        _ERROR, "{text!r} looks like an entry without its brace", "Write '{{' after the type."
    ),
    FaultKind.NO_TYPE: _Wording(
        _ERROR, "an entry has no type", "Write it after the '@', as in '@book{{…'."
    ),
    FaultKind.NO_KEY: _Wording(
        _MENDED, "an entry has no key; nothing can cite it", "Write a key after the brace."
    ),
    FaultKind.BLANK_IN_KEY: _Wording(
        _MENDED, "there are blanks in the key {subject!r}", "Write it without, here and in cites."
    ),
    FaultKind.NO_COMMA: _Wording(_MENDED, "there is no comma after {subject!r}", "Write ',' here."),
    FaultKind.EXTRA_COMMA: _Wording(_MENDED, "there is a comma too many", "Remove {text!r}."),
    FaultKind.NO_EQUALS: _Wording(
        _MENDED, "there is no '=' after {subject!r}", "Write '{subject} = '."
    ),
    FaultKind.NO_VALUE: _Wording(
        _MENDED, "a value is missing in {subject!r}", "Write '{{}}' or remove the field."
    ),
    FaultKind.BARE_VALUE: _Wording(
        _MENDED, "the value of {subject!r} has no delimiters", "Write '{{{text}}}'."
    ),
    FaultKind.NO_CLOSING: _Wording(
        _MENDED, "an entry is not closed; it was taken to end here", "Write '}}' here."
    ),
    FaultKind.OPEN_BRACE: _Wording(
        _ERROR,
        "a brace is never closed in {subject!r}; the value was taken to end with its line",
        "Write '}}' where the value ends.",
    ),
    FaultKind.OPEN_QUOTE: _Wording(
        _ERROR,
        "a quote is never closed in {subject!r}; the value was taken to end with its line",
        """Write '"' where the value ends, and balance the braces before.""",
    ),
    FaultKind.NO_END: _Wording(
        _ERROR,
        "an entry cannot be read, since its {subject!r} is never closed",
        "Close the value with the delimiter that opens it.",
    ),
    FaultKind.STRAY_TEXT: _Wording(
        _ERROR, "{text!r} is no part of a field", "Put it into braces, or remove it."
    ),
    FaultKind.ENTRY_IN_VALUE: _Wording(
        FormatCode.SUSPECT_VALUE,
        "{subject}: a line of a value begins like an entry",
        "Close the value before it, if it is one.",
    ),
    FaultKind.EXTRA_CLOSING: _Wording(
        _MENDED,
        "{text!r} closes an entry before its last fields",
        "Remove it, or write the brace that it was meant to close.",
    ),
    FaultKind.ESCAPED_BRACES: _Wording(
        _MENDED,
        "braces in {subject!r} are not balanced, since BibTeX counts '\\\\{{' and '\\\\}}' too",
        "Write '{{\\\\textbraceleft}}' or '{{\\\\textbraceright}}' for those.",
    ),
}


def _finding(source: BibSource, fault: Fault, path: str) -> Diagnostic:
    wording = _WORDINGS[fault.kind]
    text = " ".join(source.text[fault.start : fault.end][: 2 * _SHOWN].split())
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    subject = fault.subject[:_SHOWN]
    place = source.place(fault.start)
    return finding(
        wording.code,
        wording.message.format(subject=subject, text=shown),
        hint=wording.hint.format(subject=subject, text=shown),
        path=path,
        line=place.line,
        column=place.column,
        span=Span(fault.start, fault.end),
    )


def fault_findings(source: BibSource, path: str) -> Iterator[Diagnostic]:
    """The faults of a file as findings with their places; of very many the first thousand."""
    for fault in source.faults[:_MOST]:
        yield _finding(source, fault, path)
    if len(source.faults) > _MOST:
        message = f"{len(source.faults) - _MOST:,} more faults of syntax are not listed"
        yield finding(FormatCode.SYNTAX, message, hint="Is this a .bib file?", path=path)
