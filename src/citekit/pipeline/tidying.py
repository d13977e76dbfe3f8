"""``.bib`` files tidied."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from citekit.errors import ReadError
from citekit.formats.bib_syntax.fault_findings import fault_findings
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.tidying import tidy_source
from citekit.model.diagnostic import Diagnostic

__all__ = ["Tidied", "TidyOptions", "bib_bytes", "read_bib_text", "tidy_bib"]

_DEFAULTS = TidyOptions()
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Tidied:
    """A ``.bib`` file laid out anew, and what was found amiss in it."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def tidy_bib(text: str, options: TidyOptions = _DEFAULTS, *, path: str = "") -> Tidied:
    """The ``.bib`` file ``text`` laid out and changed as ``options`` say.

    What cannot be understood stays as it is and is reported; ``path`` names the file there.

    Raises:
        ConfigError: The options name a transform or a key to sort by that cannot be.

    Example:
        >>> print(tidy_bib("@Book{k, Year = 1984}").text, end="")
        @book{k,
          year = 1984,
        }
    """
    source = parse_bib(text)
    return Tidied(tidy_source(source, options), tuple(fault_findings(source, path)))


def read_bib_text(path: str, data: bytes | None = None) -> str:
    """The text of the file at ``path``; bytes that are no UTF-8 stand in it as surrogates.

    ``data`` stands in for the file. With ``bib_bytes`` every byte comes back.

    Raises:
        ReadError: The file cannot be read, or is written in UTF-16.
    """
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    if data.startswith(_WIDE):
        raise ReadError(f"{path}: is written in UTF-16; convert it to UTF-8 first")
    return data.decode("utf-8", "surrogateescape")


def bib_bytes(text: str) -> bytes:
    """The bytes of a text that ``read_bib_text`` gave, or of one made of it."""
    return text.encode("utf-8", "surrogateescape")
