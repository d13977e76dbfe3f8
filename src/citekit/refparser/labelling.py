"""The labels of a reference string."""

import re
from collections.abc import Sequence

from citekit.model.citation import Label
from citekit.refparser.corner_brackets import label_bracketed
from citekit.refparser.features.line import Line, line_of
from citekit.refparser.locks import Lock, find_locks
from citekit.refparser.repairs import REPAIRS
from citekit.refparser.tagging.tagger import Tagger, TokenSpan, shipped_tagger
from citekit.refparser.tokens import Token, tokenize

# No reference is longer; what follows in the string gets no labels.
_LONGEST = 5_000
_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")


def label_reference(
    text: str, emphasis: Sequence[tuple[int, int]] = (), *, tagger: Tagger | None = None
) -> tuple[Label, ...]:
    """The values in a reference string, sorted, not overlapping, without outer punctuation.

    ``emphasis`` are the stretches set in italics, where that is known; both are in code points,
    half-open. A value's confidence is the likelihood that it is just this stretch; that of a
    locked value (an address, an identifier, a day of access) is 1, and so are all where brackets
    tell the titles (「article」『book』). Takes any string, in linear time; of a string beyond
    5,000 characters only the beginning is labelled.
    """
    return label_references([text], [emphasis], tagger=tagger)[0]


def label_references(
    texts: Sequence[str],
    emphases: Sequence[Sequence[tuple[int, int]]] = (),
    *,
    tagger: Tagger | None = None,
) -> list[tuple[Label, ...]]:
    """What ``label_reference`` gives for each text; many at a time take half the time each."""
    clean = [_UNENCODABLE.sub("\ufffd", _beginning(text)) for text in texts]
    found = [label_bracketed(text) for text in clean]
    todo = [i for i, labels in enumerate(found) if not labels]
    locks = [find_locks(clean[i]) for i in todo]
    lines = [
        locked_line(clean[i], of_text, emphases[i] if emphases else ())
        for i, of_text in zip(todo, locks, strict=True)
    ]
    known = [_locked_tokens(*pair) for pair in zip(lines, locks, strict=True)]
    tagged = (tagger or shipped_tagger()).tag(lines, known) if lines else []
    for i, line, of_text, spans in zip(todo, lines, locks, tagged, strict=True):
        found[i] = _labels(clean[i], line, of_text, spans)
    return found


def _labels(
    text: str, line: Line, locks: Sequence[Lock], spans: Sequence[TokenSpan]
) -> tuple[Label, ...]:
    """The labels of a text whose tokens have been tagged."""
    values = {lock.start: lock.value for lock in locks}
    labels = []
    for span in spans:
        start = line.tokens[span.start].start
        end = line.tokens[span.end - 1].end
        locked = start in values and span.end == span.start + 1
        sure = 1.0 if locked else span.likelihood
        labels.append(Label(values.get(start, start), end, span.variable, sure))
    for repair in REPAIRS:
        labels = repair(text, labels)
    return tuple(labels)


def locked_line(text: str, locks: Sequence[Lock], emphasis: Sequence[tuple[int, int]] = ()) -> Line:
    """The tokens of the text as a line, with one token in the place of each lock."""
    tokens: list[Token] = []
    at = 0
    for lock in locks:
        tokens += _tokens_between(text, at, lock.start)
        tokens.append(Token(lock.start, lock.end, f"<{lock.variable}>"))
        at = lock.end
    tokens += _tokens_between(text, at, len(text))
    return line_of(tokens, _emphasised(tokens, emphasis))


def _tokens_between(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(token.start + start, token.end + start, token.text)
        for token in tokenize(text[start:end])
    ]


def _emphasised(tokens: Sequence[Token], emphasis: Sequence[tuple[int, int]]) -> list[bool]:
    """For each token whether it begins in italics; empty where none are known."""
    if not emphasis:
        return []
    stretches = sorted(emphasis)
    marks: list[bool] = []
    at = 0
    for token in tokens:
        while at < len(stretches) and stretches[at][1] <= token.start:
            at += 1
        marks.append(at < len(stretches) and stretches[at][0] <= token.start)
    return marks


def _beginning(text: str) -> str:
    """The text, or what of it can be a reference, cut at white space if there is any."""
    if len(text) <= _LONGEST:
        return text
    cut = max(text.rfind(" ", 0, _LONGEST), text.rfind("\n", 0, _LONGEST))
    return text[: cut if cut > _LONGEST // 2 else _LONGEST]


def _locked_tokens(line: Line, locks: Sequence[Lock]) -> dict[int, str]:
    """By token the variable that a lock says it is of."""
    variables = {lock.start: lock.variable for lock in locks}
    return {
        i: variables[token.start] for i, token in enumerate(line.tokens) if token.start in variables
    }
