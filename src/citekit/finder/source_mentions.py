"""The sources that one sentence names."""

import re
from collections.abc import Container, Iterator

from citekit.finder.cues import cue_words, folded
from citekit.finder.name_shapes import is_person_shaped, without_honorific
from citekit.finder.outlets import outlet_type
from citekit.finder.source_patterns import source_patterns, words_of
from citekit.finder.source_proof import FormMatch, is_credible
from citekit.finder.source_threads import Mention
from citekit.model.citation import Label
from citekit.model.spans import Markup, Span, TracedText
from citekit.model.variables import ItemType

_VARIABLES = {
    "author": "author",
    "outlet": "container-title",
    "title": "title",
    "genre": "genre",
    "date": "issued",
}
_LEADING_WORDS = re.compile(
    r"^(?:(?:but|and|yet|when|as|however|while|if|so|also|even|or|although|since|after|then|now"
    r"|still|thus|meanwhile|today|yesterday|in|on|at|from|for|read|see)\s+)+",
    re.IGNORECASE,
)
# An article that is part of a name: "Le Monde", "Die Zeit".
_OWN_ARTICLE = re.compile(r"\b(?:Le|La|Les|L['’]|Die|Der|Das|El|Il|De|The)\s*$")


def mentions_in(
    sentence: TracedText, block: int, group: int, *, named: Container[str], address: bool
) -> Iterator[Mention]:
    """The sources named in ``sentence``, by the first form of sentence that fits each.

    ``named`` holds the keys of the outlets that the document named before, which need no other
    proof; ``address`` says whether a web address is printed in the sentence or right below it.
    """
    taken: list[Span] = []
    shadow = _with_quoted_italics(sentence)
    words = words_of(sentence.text)
    for pattern in source_patterns():
        if not pattern.may_fit(words):
            continue
        text = shadow if "book" in pattern.regex.groupindex else sentence.text
        for match in pattern.regex.finditer(text):
            labels = _labels(FormMatch(sentence, pattern, match, named, address))
            spans = [Span(label.start, label.end) for label in labels]
            if not labels or any(_overlap(a, b) for a in spans for b in taken):
                continue
            taken += spans
            kind = _type(sentence, match)
            yield Mention(sentence, labels, kind, block, group, pattern.back)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _labels(found: FormMatch) -> tuple[Label, ...]:
    """The labels of a match, none where it is not credible."""
    text = found.sentence.text
    kept = {name: span for name in _VARIABLES if (span := found.span(name)) is not None}
    if "outlet" in kept:
        kept["outlet"] = _trimmed_outlet(text, kept["outlet"])
        if not is_credible(found, kept["outlet"]):
            return ()
    if "author" in kept:
        kept["author"] = _trimmed_author(text, kept["author"])
        if not _is_author(text, kept["author"]):
            if found.pattern.needs_author:
                return ()
            del kept["author"]
    if "genre" in kept and _cut(text, kept["genre"]).casefold() in cue_words(
        "sources", "plain_genres"
    ):
        del kept["genre"]
    if "title" in kept:
        kept["title"] = _trimmed_title(text, kept["title"])
    labels = [Label(span.start, span.end, _VARIABLES[name]) for name, span in kept.items()]
    return tuple(sorted(labels, key=lambda label: label.start))


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _trimmed_outlet(text: str, span: Span) -> Span:
    """``span`` without words before the name: "But Reuters", "Japan and the Evening Post"."""
    name = _cut(text, span)
    lead = _LEADING_WORDS.match(name)
    start = span.start + (lead.end() if lead else 0)
    name = text[start : span.end]
    if " and " in name and folded(name) not in cue_words("outlets", "known"):
        after = name.rpartition(" and ")[2]
        if outlet_type(after) is not None:
            start = span.end - len(after)
    article = _OWN_ARTICLE.search(text[max(0, start - 4) : start])
    if article and outlet_type(text[start : span.end]) is None:
        longer = start - len(article.group())
        start = longer if outlet_type(text[longer : span.end]) else start
    return Span(start, span.end)


def _trimmed_author(text: str, span: Span) -> Span:
    name = _cut(text, span)
    lead = _LEADING_WORDS.match(name)
    name = name[lead.end() :] if lead else name
    return Span(span.end - len(without_honorific(name)), span.end)


def _trimmed_title(text: str, span: Span) -> Span:
    title = _cut(text, span)
    stripped = title.strip().rstrip(",")
    start = span.start + len(title) - len(title.lstrip())
    return Span(start, start + len(stripped))


def _is_author(text: str, span: Span) -> bool:
    name = _cut(text, span)
    return is_person_shaped(name) and outlet_type(name) is None


def _type(sentence: TracedText, match: re.Match[str]) -> ItemType | None:
    if "book" in match.re.groupindex:
        return ItemType.BOOK
    if "outlet" not in match.re.groupindex:
        return None
    span = _trimmed_outlet(sentence.text, Span(*match.span("outlet")))
    name = _cut(sentence.text, span)
    return outlet_type(name) or ItemType.ARTICLE_NEWSPAPER


def _with_quoted_italics(sentence: TracedText) -> str:
    """The text with quotation marks in the place of the characters beside italics.

    So one form of sentence finds titles of books in quotation marks and in italics alike.
    """
    text = sentence.text
    for run in sentence.runs_of(Markup.ITALIC):
        before, after = run.start - 1, run.end
        if before >= 0 and text[before] == " " and text[after : after + 1] in {" ", ",", ".", ""}:
            tail = text[after + 1 :] if text[after : after + 1] == " " else text[after:]
            mark = "”" if text[after : after + 1] == " " else ""
            if not mark:
                continue
            text = text[:before] + "“" + text[run.start : run.end] + mark + tail
    return text
