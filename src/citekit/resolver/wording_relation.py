"""How the words of two titles stand to each other."""

from enum import StrEnum

from rapidfuzz.distance import OSA, Indel

from citekit.resolver.wording import Wording, numeral, word_list

# A slip is looked for in words of at least this many letters: "men" and "man" are two words.
_SLIP_LETTERS = 4
# About one word in so many may be misspelt.
_WORDS_A_SLIP = 3
# Common words of at least this many letters are known again if they are misread.
_COMMON_LETTERS = 3
# From this similarity of letters on, two long titles are too alike to be called different.
_ALIKE = 0.8
_ALIKE_LETTERS = 16
# The same for writing without spaces between the words, where one character is much.
_ALIKE_CJK = 0.5
_PHRASE_WORDS = 2
# Two words of less similarity are neither slips nor forms of one.
_UNLIKE = 0.6
# What reading machines take for each other.
_LOOKALIKE = frozenset("il1")
_SEEN = (("rn", "m"), ("ii", "u"), ("ri", "n"), ("0", "o"), ("1", "l"), ("i", "l"), ("vv", "w"))
# A title cut off says at least so many words.
_CUT_WORDS = 3


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
    if a.remarks != b.remarks:
        return Relation.DIFFERENT
    if _begin_otherwise(a, b):
        return _of_other_heads(a, b)
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


def _begin_otherwise(a: Wording, b: Wording) -> bool:
    first, second = a.joined[:1], b.joined[:1]
    if first == second or a.content[0][:1] == b.content[0][:1]:
        return False
    return first not in _LOOKALIKE or second not in _LOOKALIKE


def _of_other_heads(a: Wording, b: Wording) -> Relation:
    """The relation of two that begin with other letters: no slip and no cut explains that."""
    shorter, longer = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if _is_phrase(shorter, longer):
        return Relation.PHRASE
    alike = a.numbers == b.numbers and _is_alike(a, b)
    return Relation.ALIKE if alike else Relation.DIFFERENT


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
    """Whether the words are the same but for single slips in long words and common words.

    A blank left out or put in is a slip as well.
    """
    allowed = max(1, (min(len(a.content), len(b.content)) + 1) // _WORDS_A_SLIP)
    if len(a.content) == len(b.content):
        pairs = [pair for pair in zip(a.content, b.content, strict=True) if pair[0] != pair[1]]
        if len(pairs) <= allowed and all(is_slip(x, y) for x, y in pairs):
            return True
    longest = 2 * allowed  # two letters for one at each slip
    return abs(len(a.joined) - len(b.joined)) <= longest and _is_misread(a, b, allowed)


def _is_misread(a: Wording, b: Wording, allowed: int) -> bool:
    """Whether all words are the same but for slips, some of them in blanks and common words."""
    shorter, longer = sorted((a.words, b.words), key=len)
    if len(longer) - len(shorter) > allowed:
        return False
    slips = place = 0
    for word in shorter:
        here = longer[place] if place < len(longer) else ""
        place += 1
        if word == here:
            continue
        slips += 1
        pair = here + longer[place] if place < len(longer) else ""
        if slips <= allowed and pair and (word == pair or is_slip(word, pair)):
            place += 1
        elif slips > allowed or not (is_slip(word, here) or _is_common_misread(word, here)):
            return False
    return place == len(longer)


def _is_common_misread(a: str, b: str) -> bool:
    """Whether one is a common word and the other no word, but read for it ("tbe", "arid")."""
    stop = word_list("stop")
    if (a in stop) == (b in stop) or min(len(a), len(b)) < _COMMON_LETTERS:
        return False
    return _as_seen(a) == _as_seen(b) or (
        len(a) == len(b) and OSA.distance(a, b, score_cutoff=1) <= 1
    )


def swaps_word(a: Wording, b: Wording) -> bool:
    """Whether one telling word stands for quite another: "study of lozi verbs", "of ila verbs"."""
    if len(a.content) != len(b.content):
        return False
    pairs = [pair for pair in zip(a.content, b.content, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and Indel.normalized_similarity(*pairs[0]) < _UNLIKE


def is_same_head(words: tuple[str, ...], head: tuple[str, ...]) -> bool:
    """Whether two rows of words are the same but for one slip, or for the blanks between them."""
    if "".join(words) == "".join(head):
        return True
    if len(words) != len(head) or len(words) < _PHRASE_WORDS:
        return False
    pairs = [(x, y) for x, y in zip(words, head, strict=True) if x != y]
    return len(pairs) == 1 and is_slip(*pairs[0])


def is_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter left out, added, changed or exchanged.

    The first letter has to agree, since prefixes turn a word round ("typical", "atypical"),
    and numbers never are slips. Letters that reading machines take for each other are one.
    """
    if min(len(a), len(b)) < _SLIP_LETTERS or numeral(a) or numeral(b):
        return False
    if a[0] != b[0] and (a[0] not in _LOOKALIKE or b[0] not in _LOOKALIKE):
        return _as_seen(a) == _as_seen(b)
    allowed = 2 if _is_hangul(a) else 1
    if OSA.distance(a, b, score_cutoff=allowed) <= allowed:
        return True
    return _as_seen(a) == _as_seen(b)


def _as_seen(word: str) -> str:
    """The word as it is after being printed badly and read by a machine."""
    for read, printed in _SEEN:
        word = word.replace(read, printed)
    return word


def _shortened(shorter: Wording, longer: Wording) -> Relation | None:
    size = len(shorter.words)
    if shorter.cut and _is_cut_off(shorter, longer):
        return Relation.SHORTENED
    for cut in (size, size - 1, size + 1):
        if cut not in longer.breaks:
            continue
        head = longer.words[:cut]
        rest = longer.words[cut:]
        if not rest or not is_same_head(shorter.words, head):
            continue
        return Relation.ALIKE if _tells_part(rest) or _is_column(rest) else Relation.SHORTENED
    return None


def _is_cut_off(shorter: Wording, longer: Wording) -> bool:
    """Whether a title that ends in an ellipsis begins as the other does."""
    size = len(shorter.words)
    if len(shorter.content) < _CUT_WORDS:
        return False
    whole = len(shorter.words[-1]) < _SLIP_LETTERS or numeral(shorter.words[-1])
    head = shorter.joined if whole else shorter.joined[:-1]
    return longer.joined.startswith(head) or is_same_head(shorter.words, longer.words[:size])


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
    first, second = "".join(a.content), "".join(b.content)
    if len(first) == len(second) and sorted(a.content) == sorted(b.content):
        return True
    if not first.isascii() and not second.isascii() and _is_cjk(first) and _is_cjk(second):
        return Indel.normalized_similarity(first, second) >= _ALIKE_CJK
    if min(len(first), len(second)) < _ALIKE_LETTERS:
        return False
    return Indel.normalized_similarity(first, second, score_cutoff=_ALIKE) >= _ALIKE


def _is_hangul(word: str) -> bool:
    return "\u1100" <= word[0] <= "\u11ff"


def _is_cjk(text: str) -> bool:
    return any("\u1100" <= c <= "\u11ff" or "\u2e80" <= c <= "\u9fff" for c in text[:20])
