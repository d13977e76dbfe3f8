"""Works that are cited for the words of someone else: "Jane Doe cited in Mary Roe"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.model.spans import Span
from citekit.text.data import load_words


@dataclass(frozen=True, slots=True)
class SecondHand:
    """The lead-in of a mention that names who is quoted in the work.

    ``person`` is who is quoted, as printed, ``signal`` the words behind, folded to small letters;
    it is no ``is_plain`` signal where it could as well introduce a chapter's book ("in").
    """

    mention: Mention
    person: str
    signal: str
    is_plain: bool

    @property
    def span(self) -> Span:
        """Where in the file the lead-in stands."""
        text = self.mention.text[: self.mention.start]
        return self.mention.file_span(0, len(text.rstrip()))


@cache
def _pattern() -> re.Pattern[str]:
    words = load_words("citekit.refparser", "signals", "second_hand")
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"^(?P<person>.*?)[\s,(]+(?P<signal>{alternatives}|in)\s*:?\s*$", re.IGNORECASE
    )


def second_hand(mention: Mention) -> SecondHand | None:
    """The second-hand lead-in of ``mention``, if it has one that names a person."""
    before = mention.text[: mention.start]
    match = _pattern().match(before) if before.strip() else None
    if match is None or not match["person"][:1].isupper():
        return None
    signal = match["signal"].lower()
    return SecondHand(mention, match["person"].strip(" ,"), signal, signal != "in")


def all_second_hand(paper: Paper) -> Iterator[SecondHand]:
    """The second-hand lead-ins of all notes and entries, in their order."""
    for mention in paper.mentions:
        found = second_hand(mention)
        if found is not None:
            yield found
