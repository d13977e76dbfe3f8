"""How the words of two titles stand to each other."""

from enum import StrEnum

from rapidfuzz.distance import OSA, Indel

from citekit.resolver.wording import Wording, numeral, word_list

# A slip is looked for in words of at least this many letters: "men" and "man" are two words.
_SLIP_LETTERS = 4
# One word in so many may be misspelt.
_WORDS_A_SLIP = 4
# From this similarity of letters on, two long titles are too alike to be called different.
_ALIKE = 0.8
_ALIKE_LETTERS = 16
# The same for writing without spaces between the words, where one character is much.
_ALIKE_CJK = 0.5
_PHRASE_WORDS = 2


class Relation(StrEnum):
    """How two wordings stand to each other, from the same to not the same."""

    EQUAL = "equal"
    CLOSE = "close"
    SHORTENED = "shortened"
    PHRASE = "phrase"
    ALIKE = "alike"
    DIFFERENT = "different"


def relate(a: Wording, b: Wording) -> Relation:
    """The relation of two wordings that are not empty; the order does not matter.

    ``CLOSE`` differs in spelling or common words alone, ``SHORTENED`` lacks what follows a
    colon or the like, ``PHRASE`` is a stretch of the other, ``ALIKE`` leaves it open.
    """
    if a.joined == b.joined:
        return Relation.EQUAL if a.form == b.form else Relation.SHORTENED
    if _is_remark(a, b):
        return Relation.DIFFERENT
    shorter, longer = sorted((a, b), key=lambda w: (len(w.words), w.words))
    shortened = _shortened(shorter, longer)
    if shortened is not None:
        return shortened
    if a.numbers != b.numbers:
        return Relation.PHRASE if _is_phrase(shorter, longer) else Relation.DIFFERENT
    if is_close(a, b):
        return Relation.CLOSE
    if _is_phrase(shorter, longer):
        return Relation.PHRASE
    return Relation.ALIKE if _is_alike(a, b) else Relation.DIFFERENT


def is_column_of(a: Wording, b: Wording) -> bool:
    """Whether one is the other and the name of a column of reviews ("X - Book Review")."""
    shorter, longer = sorted((a, b), key=lambda w: len(w.words))
    size = len(shorter.words)
    return (
        size in longer.breaks
        and longer.words[:size] == shorter.words
        and " ".join(longer.words[size:]) in word_list("review_columns")
    )


def is_close(a: Wording, b: Wording) -> bool:
    """Whether the words are the same but for single slips in long words and common words."""
    if len(a.content) != len(b.content):
        return False
    allowed = max(1, len(a.content) // _WORDS_A_SLIP)
    pairs = []
    for pair in zip(a.content, b.content, strict=True):
        if pair[0] != pair[1]:
            pairs.append(pair)
            if len(pairs) > allowed:
                return False
    return all(is_slip(x, y) for x, y in pairs)


def is_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter left out, added, changed or exchanged.

    The first letter has to agree, since prefixes turn a word round ("typical", "atypical"),
    and numbers never are slips.
    """
    if min(len(a), len(b)) < _SLIP_LETTERS or a[0] != b[0] or numeral(a) or numeral(b):
        return False
    allowed = 2 if _is_hangul(a) else 1
    return OSA.distance(a, b, score_cutoff=allowed) <= allowed


def _is_remark(a: Wording, b: Wording) -> bool:
    return a.remarks != b.remarks


def _shortened(shorter: Wording, longer: Wording) -> Relation | None:
    size = len(shorter.words)
    for cut in (size, size - 1, size + 1):
        if cut not in longer.breaks:
            continue
        head = longer.words[:cut]
        rest = longer.words[cut:]
        if not rest or not _same_head(shorter.words, head):
            continue
        return Relation.ALIKE if _tells_part(rest) or _is_column(rest) else Relation.SHORTENED
    return None


def _same_head(words: tuple[str, ...], head: tuple[str, ...]) -> bool:
    if "".join(words) == "".join(head):
        return True
    if len(words) != len(head) or len(words) < _WORDS_A_SLIP // 2:
        return False
    pairs = [(x, y) for x, y in zip(words, head, strict=True) if x != y]
    return len(pairs) == 1 and is_slip(*pairs[0])


def _tells_part(rest: tuple[str, ...]) -> bool:
    return bool(numeral(rest[0])) or (
        rest[0] in word_list("part") and len(rest) > 1 and bool(numeral(rest[1]))
    )


def _is_column(rest: tuple[str, ...]) -> bool:
    """Whether the rest says what the writing is, as "guest editor's introduction" does."""
    common = word_list("generic_words") | word_list("stop")
    return all(word in common for word in rest)


def _is_phrase(shorter: Wording, longer: Wording) -> bool:
    size = len(shorter.words)
    if len(shorter.content) < _PHRASE_WORDS or size >= len(longer.words):
        return False
    if shorter.words[0] not in longer.words or shorter.words[-1] not in longer.words:
        return False
    return any(
        longer.words[at : at + size] == shorter.words
        for at in range(len(longer.words) - size + 1)
        if longer.words[at] == shorter.words[0]
    )


def _is_alike(a: Wording, b: Wording) -> bool:
    if len(a.content) == len(b.content) and sorted(a.content) == sorted(b.content):
        return True
    first, second = "".join(a.content), "".join(b.content)
    if not first.isascii() and not second.isascii() and _is_cjk(first) and _is_cjk(second):
        return Indel.normalized_similarity(first, second) >= _ALIKE_CJK
    if min(len(first), len(second)) < _ALIKE_LETTERS:
        return False
    return Indel.normalized_similarity(first, second, score_cutoff=_ALIKE) >= _ALIKE


def _is_hangul(word: str) -> bool:
    return "\u1100" <= word[0] <= "\u11ff"


def _is_cjk(text: str) -> bool:
    return any("\u1100" <= c <= "\u11ff" or "\u2e80" <= c <= "\u9fff" for c in text[:20])
