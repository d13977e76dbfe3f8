"""Bytes that are no UTF-8, or a declared encoding that is not that of the file.

Programs of today read `.bib` files as UTF-8. A letter that was written in an older encoding comes
out as another one or stops them; a file that mixes two encodings cannot be read rightly by any.

    % Encoding: ISO-8859-1

Convert the file to UTF-8. The fix reads stray bytes as Windows-1252 (of which Latin-1 is part) and
corrects the line of JabRef's that names the encoding; it is made only on request.

It is harmless where a file is wholly in the encoding that it declares and its LaTeX document
declares it too; such a file is not reported.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import BibFile
from citekit.checker.finding import Fix, Problem
from citekit.checker.rule import FileCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity
from citekit.model.spans import Span

_DECLARED = re.compile(r"^%[ \t]*Encoding:[ \t]*([\w-]++)", re.IGNORECASE | re.MULTILINE)
_HEAD = 2000
_BYTES = re.compile(r"[\udc80-\udcff]+")
_UNICODE = frozenset({"utf8", "utf16", "utf16be", "utf16le"})
_ASCII = frozenset({"ascii", "usascii"})


def _check(file: BibFile, _options: RuleOptions) -> Iterator[Problem]:
    if file.text.isascii():
        return
    declared = _DECLARED.search(file.text, 0, _HEAD)
    name = declared[1].lower().replace("-", "").replace("_", "") if declared else ""
    strays = list(_BYTES.finditer(file.text))
    has_letters = bool(strays) and not _BYTES.sub("", file.text).isascii()
    if strays and (has_letters or not name or name in _UNICODE | _ASCII):
        yield _undecodable(file, strays, is_mixed=has_letters)
    if declared and name not in _UNICODE and (not strays or name in _ASCII):
        yield _misdeclared(file, declared)


def _undecodable(file: BibFile, strays: list[re.Match[str]], *, is_mixed: bool) -> Problem:
    count = sum(len(match[0]) for match in strays)
    shown = " ".join(f"{ord(letter) - 0xDC00:02X}" for letter in strays[0][0][:4])
    more = f", the first of {count:,} such bytes" if count > 1 else ""
    mixed = "; the file mixes two encodings" if is_mixed else ""
    edits = tuple(file.edit(*match.span(), _as_windows(match[0])) for match in strays)
    return file.problem(
        Span(*strays[0].span()),
        f"the bytes {shown} are no UTF-8{more}{mixed}",
        hint=f"Convert the file to UTF-8: they are '{_as_windows(strays[0][0])}' in Windows-1252.",
        fix=Fix("Read the bytes as Windows-1252", edits, is_safe=False),
    )


def _misdeclared(file: BibFile, declared: re.Match[str]) -> Problem:
    return file.problem(
        Span(*declared.span(1)),
        f"the file is in UTF-8, not in '{declared[1]}'",
        hint="Write 'UTF-8'.",
        fix=Fix("Write 'UTF-8'", (file.edit(*declared.span(1), "UTF-8"),), is_safe=False),
    )


def _as_windows(stray: str) -> str:
    """The bytes in Windows-1252; the five that it leaves undefined in Latin-1."""
    bytes_ = stray.encode("utf-8", "surrogateescape")
    return "".join(_letter(bytes([byte])) for byte in bytes_)


def _letter(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


RULE = Rule(
    "SYN026",
    "wrong-encoding",
    __doc__,
    Severity.ERROR,
    FileCheck(_check),
    fixability=Fixability.UNSAFE,
)
