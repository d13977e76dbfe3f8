"""The key that a pattern makes of an entry."""

from typing import NamedTuple

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_keys.key_words import any_word, plain_word
from citekit.formats.bib_keys.markers import MARKERS
from citekit.formats.bib_keys.modifiers import MODIFIERS
from citekit.formats.bib_keys.pattern import KeyPattern, Marker
from citekit.formats.bib_keys.people import people_words, split_role
from citekit.formats.bib_keys.work import KeyWork

# A key that is longer was made of an abstract.
_LONGEST = 120


def evaluate_pattern(pattern: KeyPattern, entry: RawEntry) -> str:
    r"""The key that ``pattern`` makes of ``entry``; empty if none of its markers gives anything.

    It is empty, too, if one that is ``required`` gives nothing.
    ``entry`` is one with all that it takes over from others (``resolve_inheritance``). The key
    holds letters and digits, besides what the pattern itself puts in. It is not told apart
    from those of other entries.

    Example:
        >>> from citekit.formats.bib_keys.pattern import parse_pattern
        >>> fields = {"author": r"M{\"u}ller, Eva and others", "date": "2019-05"}
        >>> evaluate_pattern(parse_pattern("[authEtAl:lower][year]"), RawEntry("book", "k", fields))
        'mulleretal2019'
    """
    made = _made(pattern, entry)
    is_key = made.is_filled and not made.lacks_required
    return made.text[:_LONGEST].strip(".:/+-") if is_key else ""


class _Made(NamedTuple):
    """A text made by a pattern, and whether any of it comes from the entry.

    ``lacks_required`` tells that a marker gave nothing that must give something.
    """

    text: str
    is_filled: bool
    lacks_required: bool = False


def _made(pattern: KeyPattern, entry: RawEntry) -> _Made:
    parts = [
        _Made(part, is_filled=False) if isinstance(part, str) else _evaluated(part, entry)
        for part in pattern.parts
    ]
    return _Made(
        "".join(part.text for part in parts),
        any(part.is_filled for part in parts),
        any(part.lacks_required for part in parts),
    )


def _evaluated(marker: Marker, entry: RawEntry) -> _Made:
    is_plain = all(modifier.name != "unicode" for modifier in marker.modifiers)
    work = KeyWork(entry, plain_word if is_plain else any_word)
    words = tuple(word for word in _words(marker, work) if word)
    for modifier in marker.modifiers:
        words = MODIFIERS[modifier.name](words, modifier.number, modifier.sign)
    text = "".join(words)
    if not text and marker.fallback is not None:
        return _made(marker.fallback, entry)
    is_required = any(modifier.name == "required" for modifier in marker.modifiers)
    return _Made(text, is_filled=bool(text), lacks_required=is_required and not text)


def _words(marker: Marker, work: KeyWork) -> tuple[str, ...]:
    if marker.name in MARKERS:
        return MARKERS[marker.name](work, marker.numbers)
    if split_role(marker.name).name in MARKERS:
        return people_words(marker.name, work, marker.numbers)
    return work.words(marker.name)
