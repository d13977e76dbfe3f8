"""The files of references that a document in a markup language names."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from citekit.readers.latex.folder import DocumentFolder, NamedFile

_TYPST = re.compile(r"\bbibliography\(\s*(?P<names>\"[^\"\r\n]{1,500}\"|\([^()]{1,2000}\))")
_STRING = re.compile(r'"([^"\r\n]{1,500})"')
_ORG = re.compile(
    r"^[ \t]*\#\+bibliography:[ \t]*\"?(?P<one>[^\"\r\n]{1,500})"
    r"|(?<![\w#+])(?:no)?bibliography:(?P<more>[^\s\[\]:]{1,1000})",
    re.MULTILINE | re.IGNORECASE,
)
_RST = re.compile(
    r"^[ \t]*\.\.[ \t]+(?:foot)?bibliography::[ \t]+(?P<names>\S[^\r\n]{0,1000})", re.MULTILINE
)
# More are no bibliographies of one document; each is looked for on the disk.
_MOST = 50


def typst_bibliographies(text: str, path: str) -> tuple[str, ...]:
    """The paths of the files that ``bibliography("a.bib")`` names and that are there."""
    names = (name[1] for call in _TYPST.finditer(text) for name in _STRING.finditer(call["names"]))
    return _there(path, names)


def org_bibliographies(text: str, path: str) -> tuple[str, ...]:
    """The paths of the files that ``#+bibliography:`` or org-ref names and that are there."""
    return _there(path, _org_names(text))


def rst_bibliographies(text: str, path: str) -> tuple[str, ...]:
    """The paths of the files that ``.. bibliography::`` names and that are there."""
    return _there(path, (name for m in _RST.finditer(text) for name in m["names"].split()))


def _org_names(text: str) -> Iterator[str]:
    for match in _ORG.finditer(text):
        if match["one"]:
            yield match["one"].strip()
        else:
            yield from match["more"].split(",")


def _there(path: str, names: Iterable[str]) -> tuple[str, ...]:
    """The paths of files in the folder of the document; those elsewhere are left alone."""
    folder = DocumentFolder(path)
    found: dict[str, None] = {}
    for number, name in enumerate(names):
        if number == _MOST:
            break
        named = folder.find(name, (".bib",))
        if isinstance(named, NamedFile):
            found[(Path(path).parent / named.name).as_posix()] = None
    return tuple(found)
