"""Sources that a sentence or a reader's comment names without citing them formally."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.finder.comments import find_comments
from citekit.finder.name_shapes import is_person_shaped
from citekit.finder.outlets import outlet_type
from citekit.finder.prose import LONGEST_BLOCK, count_words
from citekit.finder.scholarly import is_scholarly
from citekit.finder.sentences import split_sentences
from citekit.finder.source_mentions import mentions_in
from citekit.finder.source_patterns import person_speaks
from citekit.finder.source_threads import Mention, ThreadKeeper
from citekit.model.citation import CitationKind, Label, Passage
from citekit.model.document import Block, BlockKind, Document, Zone
from citekit.model.spans import TracedText, join_traced
from citekit.model.variables import ItemType

_SOURCE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"”)\]]+[^\s<>\"”)\].,;:!?]")
# How far, in blocks, the address of a titled source may stand below it, and words before it.
_ADDRESS_REACH = 2
_ADDRESS_LEAD_WORDS = 8
_ADDRESS_LEAD = 200
_PERSON_REACH = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """A block of prose and where it stands: a group is the article or one comment."""

    block: Block
    index: int
    group: int


@dataclass(frozen=True, slots=True)
class _Speaker:
    sentence: TracedText
    label: Label
    place: _Place


def find_named_sources(document: Document) -> tuple[Passage, ...]:
    """The sentences of ``document`` that name a source without citing it formally, in order.

    Labels cover printed characters only: nothing is supplied. Sentences on one work share a
    thread. Persons who are merely quoted, offices that act and unnamed "reports" are no
    sources; neither is anything in an academic paper, which cites in its notes.
    """
    if is_scholarly(document):
        return ()
    keeper = ThreadKeeper(document.path)
    places = tuple(_places(document))
    found: list[Mention] = []
    speaker: _Speaker | None = None
    for number, place in enumerate(places):
        for sentence in split_sentences(place.block.text):
            speaker = _speaker(sentence, place) or speaker
            below = places[number + 1 : number + 1 + _ADDRESS_REACH]
            for mention in _sentence_mentions(sentence, place, below, keeper):
                found += _threaded(mention, keeper, speaker, below)
    return tuple(_passage(mention) for mention in _merged(found))


def _places(document: Document) -> Iterator[_Place]:
    heads = {comment.head.text.start for comment in find_comments(document)}
    group = 0
    for index, block in enumerate(document.blocks):
        if block.zone is Zone.NAVIGATION or block.kind not in _SOURCE_KINDS:
            continue
        if block.zone is Zone.COMMENT and block.text.start in heads:
            group += 1
        else:
            yield _Place(block, index, group)


def _speaker(sentence: TracedText, place: _Place) -> _Speaker | None:
    """The person who writes or predicts something in ``sentence``."""
    for match in person_speaks().finditer(sentence.text):
        if is_person_shaped(match["author"]) and outlet_type(match["author"]) is None:
            label = Label(match.start("author"), match.end("author"), "author")
            return _Speaker(sentence, label, place)
    return None


def _sentence_mentions(
    sentence: TracedText, place: _Place, below: Sequence[_Place], keeper: ThreadKeeper
) -> Iterator[Mention]:
    near = (sentence.text, *(next_.block.text.text[:_ADDRESS_LEAD] for next_ in below))
    address = any(_ADDRESS.search(text) for text in near)
    mentions = tuple(
        mentions_in(sentence, place.index, place.group, named=keeper.outlets, address=address)
    )
    yield from mentions
    if mentions:
        return
    for short in keeper.short_forms_in(sentence.text):
        labels: tuple[Label, ...] = ()
        if short.whole:
            labels = (Label(short.span.start, short.span.end, "container-title"),)
        yield Mention(sentence, labels, None, place.index, place.group, thread=short.thread)
        return


def _threaded(
    mention: Mention, keeper: ThreadKeeper, speaker: _Speaker | None, below: Sequence[_Place]
) -> Iterator[Mention]:
    if mention.thread:
        yield keeper.remember(mention)
        return
    if mention.back and mention.type is ItemType.BOOK:
        yield from _book_of(mention, keeper, speaker)
        return
    joined = keeper.join(_with_address(mention, below))
    if joined is not None:
        yield joined


def _book_of(mention: Mention, keeper: ThreadKeeper, speaker: _Speaker | None) -> Iterator[Mention]:
    """A book named with "that book of his", and the sentence that names its author."""
    joined = keeper.join(replace(mention, back=False))
    if joined is None:
        return
    if speaker is not None and _is_near(speaker.place, mention):
        yield keeper.remember(
            Mention(
                speaker.sentence, (speaker.label,), ItemType.BOOK,
                speaker.place.index, speaker.place.group, thread=joined.thread,
            )
        )  # fmt: skip
    yield joined


def _is_near(place: _Place, mention: Mention) -> bool:
    return place.group == mention.group and mention.block - place.index <= _PERSON_REACH


def _with_address(mention: Mention, below: Sequence[_Place]) -> Mention:
    """``mention`` with the address printed in its sentence, or in a line right below its title."""
    match = _ADDRESS.search(mention.text.text)
    if match:
        label = Label(match.start(), match.end(), "URL")
        return replace(mention, labels=(*mention.labels, label))
    # A line below says where to read an article, not a book.
    if not mention.value("title") or mention.type is ItemType.BOOK:
        return mention
    for place in below:
        text = place.block.text
        match = _ADDRESS.search(text.text[:LONGEST_BLOCK])
        if match is None or place.group != mention.group:
            continue
        if count_words(text.text[: match.start()]) > _ADDRESS_LEAD_WORDS:
            break
        whole = join_traced((mention.text, text.slice(0, match.end())))
        shift = len(whole.text) - match.end()
        label = Label(match.start() + shift, match.end() + shift, "URL")
        return replace(mention, text=whole, labels=(*mention.labels, label))
    return mention


def _merged(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions in the order of the file, those of one sentence and thread made one."""
    ordered = sorted(mentions, key=lambda m: (m.text.start, -len(m.text.text), m.thread))
    last: Mention | None = None
    for mention in ordered:
        if last is not None and (last.thread, last.text) == (mention.thread, mention.text):
            new = [label for label in mention.labels if label not in last.labels]
            known = {label.variable for label in last.labels}
            labels = (*last.labels, *(label for label in new if label.variable not in known))
            last = replace(last, labels=tuple(sorted(labels, key=lambda label: label.start)))
            continue
        if last is not None:
            yield last
        last = mention
    if last is not None:
        yield last


def _passage(mention: Mention) -> Passage:
    return Passage(
        CitationKind.RUNNING_TEXT,
        mention.text,
        labels=tuple(sorted(mention.labels, key=lambda label: label.start)),
        type=mention.type,
        thread=mention.thread,
    )
