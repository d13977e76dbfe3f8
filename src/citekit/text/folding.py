"""Forms of a text for comparison and for scanning."""

import re
import unicodedata

# Letters that no decomposition takes apart, with the letters they are compared as.
_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŋ": "n", "ŧ": "t", "ƀ": "b", "ɨ": "i", "ə": "e", "&": " and ", "＆": " and ",
    }
)  # fmt: skip

# Marks that only colour a letter: accents, Hebrew and Arabic vowel signs. The marks of kana and
# of Indic scripts are letters of their own right and stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_NO_WORD = re.compile("(?:[^\\w\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u3099\u309a]|_)+")
_NO_WORD_ASCII = re.compile("[^a-z0-9]+")

_STRAIGHT = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u2039\u203a\uff07", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000", " ")
    | {chr(code): " " for code in range(0x2000, 0x200B)}
)

_CSL_TAG = re.compile(r"</?(?:i|b|sup|sub|sc)>|</?span\b[^<>]*>", re.IGNORECASE)


def fold(text: str) -> str:
    """The form in which texts are compared: plain small letters and digits, one blank between.

    Accents go, ``ß`` becomes ``ss``, ``æ`` ``ae``, ``ø`` ``o``, ``&`` ``and``; whatever is neither
    letter nor digit becomes a blank. Hangul and kana stay composed. Folding twice changes nothing.

    Example:
        >>> fold("Müller & Søn: “Straße”")
        'muller and son strasse'
    """
    if text.isascii():
        return _NO_WORD_ASCII.sub(" ", text.lower().replace("&", " and ")).strip()
    # Twice: folding the case may bring up marks (İ), taking apart may bring up capitals (㎏).
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = unicodedata.normalize("NFKD", folded).casefold()
    folded = _MARKS.sub("", folded).translate(_LETTERS)
    return _NO_WORD.sub(" ", unicodedata.normalize("NFC", folded)).strip()


def straighten(text: str) -> str:
    """``text`` with plain quotes, hyphens for dashes and plain blanks, character for character.

    The length stays, so that offsets hold in both. Line breaks, tabs and the tilde stay too.
    """
    return text if text.isascii() else text.translate(_STRAIGHT)


def strip_markup(text: str) -> str:
    """``text`` without CSL's inline markup (``<i> <b> <sup> <sub> <sc> <span …>``).

    Source: CSL-JSON input, "HTML-like formatting"; other angle brackets are text and stay.
    """
    return _CSL_TAG.sub("", text) if "<" in text else text
