"""Commands of LaTeX in the values of an entry that nothing is known of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_table import words_of
from citekit.formats.findings import FormatCode, finding
from citekit.formats.latex_conversion import is_known_command
from citekit.model.diagnostic import Diagnostic

_COMMAND = re.compile(r"\\([A-Za-z]+)")
_ADDRESSES = frozenset({"url", "doi", "file", "eprint"})
_PARTS_OF_ENVIRONMENTS = frozenset({"begin", "end"})


def unknown_commands(entry: RawEntry, path: str) -> Iterator[Diagnostic]:
    r"""A finding for the commands of ``entry`` that are read by their name or arguments alone.

    Fields that are taken as they stand, such as addresses, have none.
    """
    found: dict[str, str] = {}
    for name, value in entry.fields.items():
        if "\\" in value and name not in _ADDRESSES and name not in words_of("verbatim"):
            for command in _COMMAND.findall(value):
                if not _is_known(command):
                    found.setdefault(command, name)
    for command, name in found.items():
        yield finding(
            FormatCode.UNKNOWN_COMMAND,
            f"{entry.key}: {name}: unknown command '\\{command}', read by its name or its argument",
            hint=f"Write out what '\\{command}' prints.",
            path=path,
            line=entry.line,
        )


@lru_cache(maxsize=4096)
def _is_known(command: str) -> bool:
    return command in _PARTS_OF_ENVIRONMENTS or is_known_command(command)
