"""A ``.bst`` program run in pybtex's interpreter, within bounds and with the place of its faults.

Measured against BibTeX 0.99d (tests/unit/bst/test_bst_oracle.py), the interpreter prints what
BibTeX prints. Where we depart from both: letters with accents are sorted as their base letters,
which BibTeX does only for those that are written as commands.
"""

import io
import re
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.bst.date_words import MONTHS
from citekit.errors import StyleError
from citekit.text.folding import fold

if TYPE_CHECKING:
    from pybtex.bibtex.interpreter import Interpreter
    from pybtex.database import BibliographyData

_MOST_STEPS = 1_000_000  # for one entry; plain.bst takes some 2,000
_LONGEST = 5_000_000
_MONTH = re.compile("|".join(MONTHS))
# Where each function is defined, or else called by a command.
_NAMED = re.compile(r"(?im)^[^%\n]*?\b(?:FUNCTION|EXECUTE|ITERATE|REVERSE)\s*\{\s*([^\s{}]+)\s*\}")
_IDENTIFIER = re.compile(r"Identifier\(('.*?')\)")


class _EndlessError(Exception):
    """The program took too many steps, or made too long a text."""


class _Source:
    """Stands in for pybtex's parser of ``.bib`` files, since we have the entries at hand."""

    def __init__(self, database: "BibliographyData") -> None:
        self.database = database

    def __call__(self, *, macros: Mapping[str, str], **_options: object) -> "_Source":
        """Put the style's own words for the months, which it gives as macros, into the entries."""
        for entry in self.database.entries.values():
            if month := entry.fields.get("month"):
                entry.fields["month"] = _MONTH.sub(
                    lambda match: str(macros.get(match[0][:3].lower(), match[0])), month
                )
        return self

    def parse_files(self, _files: Sequence[str]) -> "BibliographyData":
        return self.database


class _Dropper:
    """``top$``, which would print to standard output what it takes from the stack."""

    def execute(self, interpreter: "Interpreter") -> None:
        interpreter.pop()


class _Emptier:
    """``stack$``, the same for the whole stack."""

    def execute(self, interpreter: "Interpreter") -> None:
        interpreter.stack.clear()


def run_program(database: "BibliographyData", path: Path) -> str:
    """What the program at ``path`` writes for the entries of ``database``.

    Raises:
        StyleError: the file cannot be read, is no program, or fails or does not end when run.
    """
    from pybtex.bibtex import bst  # noqa: PLC0415  # heavy
    from pybtex.bibtex.names import BibTeXNameFormatError  # noqa: PLC0415  # heavy
    from pybtex.exceptions import PybtexError  # noqa: PLC0415  # heavy
    from pybtex.scanner import PybtexSyntaxError  # noqa: PLC0415  # heavy

    text = _text(path)
    try:
        script = list(bst.parse_stream(io.StringIO(text), str(path)))
    except PybtexSyntaxError as error:
        message = str(error).partition(": ")[2]
        raise StyleError(_told(path, error.lineno or 0, f"not a .bst file: {message}")) from error
    except (ValueError, RecursionError) as error:
        raise StyleError(_told(path, 0, f"not a .bst file: {error}")) from error
    interpreter = _interpreter(database)
    try:
        return str(interpreter.run(script, list(database.entries), [], min_crossrefs=2))
    except (
        *(PybtexError, BibTeXNameFormatError, _EndlessError, RecursionError),
        *(LookupError, TypeError, ValueError, AttributeError),
    ) as error:
        # The interpreter has few checks of its own: a faulty program ends in any of these.
        raise StyleError(_fault(path, text, error, interpreter)) from error


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StyleError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # BibTeX reads bytes; old styles are in this encoding


def _interpreter(database: "BibliographyData") -> "Interpreter":
    from pybtex.bibtex.interpreter import Interpreter  # noqa: PLC0415  # heavy

    interpreter = Interpreter(_Source(database), "utf-8")
    interpreter.vars["top$"] = _Dropper()
    interpreter.vars["stack$"] = _Emptier()
    interpreter.current_entry_key = ""
    steps, entry = 0, ""
    push = interpreter.stack.append

    def count_and_push(value: object) -> None:
        nonlocal steps, entry
        if interpreter.current_entry_key != entry:
            steps, entry = 0, interpreter.current_entry_key
        steps += 1
        if steps > _MOST_STEPS:
            raise _EndlessError(f"it does not end: {_MOST_STEPS:,} steps were taken")
        if isinstance(value, str) and len(value) > _LONGEST:
            raise _EndlessError(f"it makes a text of {len(value):,} characters")
        push(value)

    def sort() -> None:
        keys = interpreter.entry_vars
        interpreter.citations.sort(key=lambda key: _sort_key(keys[key].get("sort.key$", "")))

    interpreter.push = count_and_push
    interpreter.command_sort = sort
    return interpreter


def _sort_key(key: str) -> str:
    """``key`` as it is compared: as it stands in ASCII, its letters folded beyond it."""
    return key if key.isascii() else "".join(c if c.isascii() else fold(c) for c in key)


def _fault(path: Path, text: str, error: Exception, interpreter: "Interpreter") -> str:
    """What went wrong in which function, for which entry."""
    lines: dict[str, int] = {}
    for match in _NAMED.finditer(text):
        lines.setdefault(match[1].lower(), text.count("\n", 0, match.start(1)) + 1)
    called = [name for name in _called(error) if name in lines]
    line = lines[called[-1]] if called else 0
    where = f" in the function '{called[-1]}'" if called else ""
    entry = interpreter.current_entry_key
    during = f", at the entry '{entry}'" if entry else ""
    return _told(path, line, f"the style cannot be run: {_reason(error)}{where}{during}")


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "functions call one another without end"
    if isinstance(error, KeyError):
        return f"there is no function or entry {error}"
    if isinstance(error, LookupError | TypeError | AttributeError):
        return f"something is missing or of the wrong kind ({error})"
    return _IDENTIFIER.sub(r"\1", str(error))


def _called(error: Exception) -> list[str]:
    """The names of the functions that were running, the innermost last."""
    from pybtex.bibtex.interpreter import Identifier  # noqa: PLC0415  # heavy

    names: list[str] = []
    for frame, _line in traceback.walk_tb(error.__traceback__):
        running = frame.f_locals.get("self")
        if frame.f_code.co_name == "execute" and isinstance(running, Identifier):
            names.append(str(running.value()).lower())
        elif frame.f_code.co_name == "_iterate":
            names.append(str(frame.f_locals.get("function", "")).lower())
    return names


def _told(path: Path, line: int, message: str) -> str:
    place = f"{path}:{line}" if line else str(path)
    return f"{place}: {message}\n  Mend the .bst file there, or take another style."
