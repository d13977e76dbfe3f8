"""Lists of key words in one text, and as a list."""

from collections.abc import Sequence


def split_keywords(text: str) -> list[str]:
    """The key words of a text: parted by semicolons, or by commas where there are none."""
    parts = text.split(";" if ";" in text else ",")
    return [part.strip() for part in parts if part.strip()]


def join_keywords(words: Sequence[str]) -> str:
    """The key words as one text: parted by commas, by semicolons where one holds a comma."""
    return ("; " if any("," in word for word in words) else ", ").join(words)
