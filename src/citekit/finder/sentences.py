"""Sentences of a text."""

import re
from collections.abc import Iterator

from citekit.finder.prose import LONGEST_BLOCK
from citekit.model.spans import TracedText

_LONGEST_SENTENCE = 2000
# A full stop, what closes with it, a space, and what opens a sentence.
_BOUNDARY = re.compile(r"(?:[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[¿¡]*\w)|[。！？]+[」』”]*)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"'])(?:[^\W\d_]|[A-Z](?:\.[A-Z])+|mr|mrs|ms|dr|prof|st|sr|jr|gen|col|lt|sen|rep|gov|no|nos|vol"
    r"|pp?|vs|etc|cf|e\.g|i\.e|ed|eds|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|ca)$",
    re.IGNORECASE,
)


def split_sentences(text: TracedText) -> Iterator[TracedText]:
    """The sentences of ``text`` in order, without the white space between them.

    Only the first 20,000 characters are looked at: no paragraph of prose is longer. What runs
    on for more than 2,000 characters is no sentence and is left out.
    """
    plain = text.text[:LONGEST_BLOCK]
    start = 0
    for match in _BOUNDARY.finditer(plain):
        rest = plain[match.end() : match.end() + 40].lstrip().lstrip("\"'“‘«([¿¡")
        if match.group().startswith("."):
            before = plain[max(start, match.start() - 12) : match.start()]
            if _ABBREVIATED.search(before) or rest[:1].islower() or rest[:1].isdigit():
                continue
        if match.end() - start <= _LONGEST_SENTENCE:
            yield text.slice(start, match.end()).strip()
        start = match.end()
    if plain[start:].strip() and len(plain) - start <= _LONGEST_SENTENCE:
        yield text.slice(start, len(plain)).strip()
