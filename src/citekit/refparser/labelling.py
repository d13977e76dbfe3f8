"""The labels of a reference string."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.model.citation import Label
from citekit.refparser.corner_brackets import label_bracketed
from citekit.refparser.features.line import Line, line_of
from citekit.refparser.locks import Lock, find_locks
from citekit.refparser.repairs import REPAIRS
from citekit.refparser.tagger import BEGIN, Tagger, shipped_tagger, spans_of
from citekit.refparser.tokens import Token, tokenize

# No reference is longer; what follows in the string gets no labels.
_LONGEST = 5_000
_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")


def label_reference(
    text: str, emphasis: Sequence[tuple[int, int]] = (), *, tagger: Tagger | None = None
) -> tuple[Label, ...]:
    """The values in a reference string, sorted, not overlapping, without outer punctuation.

    ``emphasis`` are the stretches set in italics, where that is known; both are in code points,
    half-open. A value's confidence is the mean over its tokens of the likelihood of their
    states; that of a locked value (an address, an identifier, a day of access) is 1, and so are
    all where brackets tell the titles (「article」『book』). Takes any string, in linear time; of
    a string beyond 5,000 characters only the beginning is labelled.
    """
    clean = _UNENCODABLE.sub("\ufffd", _beginning(text))
    bracketed = label_bracketed(clean)
    if bracketed:
        return bracketed
    locks = find_locks(clean)
    line = locked_line(clean, locks, emphasis)
    states, likelihoods = (tagger or shipped_tagger()).tag(line)
    _enforce(line, locks, states, likelihoods)
    labels = [
        Label(
            line.tokens[start].start,
            line.tokens[end - 1].end,
            variable,
            sum(likelihoods[start:end]) / (end - start),
        )
        for start, end, variable in spans_of(states)
    ]
    values = {lock.start: lock.value for lock in locks}
    labels = [replace(label, start=values.get(label.start, label.start)) for label in labels]
    for repair in REPAIRS:
        labels = repair(clean, labels)
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


def _enforce(
    line: Line, locks: Sequence[Lock], states: list[str], likelihoods: list[float]
) -> None:
    """Gives locked tokens the state of their variable, unless they are inside such a value."""
    variables = {lock.start: lock.variable for lock in locks}
    for i, token in enumerate(line.tokens):
        variable = variables.get(token.start)
        if variable is None:
            continue
        likelihoods[i] = 1.0
        if states[i] != variable:
            states[i] = BEGIN + variable
