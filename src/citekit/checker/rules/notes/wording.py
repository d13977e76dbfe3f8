"""How rules on notes compare and quote what is printed."""

from rapidfuzz import fuzz

from citekit.checker.mention import Mention

_LONGEST = 60
_ALIKE = 60


def quote(text: str) -> str:
    """``text`` in quotation marks, shortened to what a message can hold."""
    plain = " ".join(text.split())
    return f"'{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + '…'}'"


def one_place(mentions: tuple[Mention, ...]) -> Mention:
    """The mention to show a problem of the work at: its entry in the bibliography, if any."""
    return next((mention for mention in mentions if mention.is_entry), mentions[0])


def differs(one: str, other: str) -> bool:
    """Whether two folded titles are one title in two forms, neither the head of the other.

    Those that have little in common are no two forms of one title, but were misread.
    """
    joined, other_joined = one.replace(" ", ""), other.replace(" ", "")
    if joined.startswith(other_joined) or other_joined.startswith(joined):
        return False
    return fuzz.ratio(joined, other_joined) >= _ALIKE
