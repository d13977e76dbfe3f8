"""What the comparison of one field says about whether two references are one work."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a field of two references agrees.

    ``SILENT``: one of them does not have it. ``CONTRADICTORY``: they cannot be one work,
    whatever else agrees.
    """

    EQUAL = "equal"
    CLOSE = "close"
    PARTIAL = "partial"
    PHRASE = "phrase"
    ALIKE = "alike"
    SILENT = "silent"
    DIFFERENT = "different"
    CONTRADICTORY = "contradictory"


AGREEING = frozenset((Verdict.EQUAL, Verdict.CLOSE, Verdict.PARTIAL))


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one field, its weight in log-odds, and the reason as a sentence."""

    verdict: Verdict
    weight: float = 0.0
    sentence: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the field speaks for one work."""
        return self.verdict in AGREEING


NOTHING = Finding(Verdict.SILENT)
