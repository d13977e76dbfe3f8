"""What is wrong with a style: gathered while it is read, told all at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from citekit.errors import StyleError
from citekit.model.diagnostic import Severity

_MOST_TOLD = 100
_MOST_COMPARED = 1000
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class StyleFault:
    """One fault of a style or a locale file.

    With an ``ERROR`` the style is not used; a ``WARNING`` tells what has no effect. ``line`` is
    1-based, 0 for the file as a whole; ``remedy`` says in the imperative how to mend it.
    """

    name: str
    line: int
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the style cannot be used because of it."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        """``name:line: what is wrong``, with the remedy on a line below it."""
        place = f"{self.name}:{self.line}" if self.line else self.name
        remedy = f"\n  {self.remedy}" if self.remedy else ""
        return f"{place}: {self.message}{remedy}"


@dataclass(slots=True)
class Faults:
    """The faults found so far in the file called ``name``.

    ``is_extended`` tells a style for a language beyond CSL 1.0.2 (CSL-M, CSL 1.1), where
    unknown words are no mistakes.
    """

    name: str
    found: list[StyleFault] = field(default_factory=list)
    is_extended: bool = False

    def error(self, line: int, message: str, remedy: str = "") -> None:
        """Add what keeps the style from being used."""
        self.found.append(StyleFault(self.name, line, _cut(message), _cut(remedy)))

    def warn(self, line: int, message: str, remedy: str = "") -> None:
        """Add what has no effect on what is printed, or none that can be told."""
        fault = StyleFault(self.name, line, _cut(message), _cut(remedy), Severity.WARNING)
        self.found.append(fault)

    def unknown(self, line: int, message: str, word: str, known: Iterable[str]) -> None:
        """Add a word that is not known: an error where it looks like a slip of the pen.

        Vocabularies are open: a later version of CSL, or a program, may have more words.
        """
        is_few = len(self.found) < _MOST_COMPARED
        near = get_close_matches(word, sorted(known), n=1, cutoff=0.8) if is_few else []
        if near and not self.is_extended:
            self.error(line, message, f"Write '{near[0]}'.")
        else:
            self.warn(line, message, "It has no effect; remove it if it is a mistake.")

    def in_order(self) -> tuple[StyleFault, ...]:
        """All faults by their lines."""
        return tuple(sorted(self.found, key=lambda fault: fault.line))

    def raise_errors(self) -> None:
        """End the work if there are errors.

        Raises:
            StyleError: lists every one of them, of more than a hundred the first hundred.
        """
        errors = [fault for fault in self.in_order() if fault.is_error]
        if not errors:
            return
        told = [str(fault) for fault in errors[:_MOST_TOLD]]
        if len(errors) > _MOST_TOLD:
            told.append(f"{self.name}: and {len(errors) - _MOST_TOLD} faults more")
        raise StyleError("\n".join(told))


def _cut(text: str) -> str:
    """``text`` of bearable length: what it quotes may be as long as a file."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def near_words(word: str, known: Iterable[str]) -> str:
    """The remedy for a word that is none of the ``known``: those that come near, else all."""
    words = sorted(known)
    near = get_close_matches(word, words, n=3, cutoff=0.6) or words
    return f"Write {' or '.join(repr(candidate) for candidate in near)}."
