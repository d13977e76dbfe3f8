"""Lists of key words in one text, and as a list."""

from collections.abc import Sequence


def split_keywords(text: str) -> list[str]:
    """The key words of a text: parted by semicolons, or by commas where there are none.

    What is left of stray marks is no word, and a single word that holds a comma is two.
    """
    for mark in (";", ","):
        words = [word for part in text.split(mark) if (word := part.strip(" \t\r\n,;"))]
        if len(words) != 1 or mark == ",":
            return words
        text = words[0]
    return []


def join_keywords(words: Sequence[str]) -> str:
    """The key words as one text: parted by commas, by semicolons where one holds a comma."""
    return ("; " if any("," in word for word in words) else ", ").join(words)
