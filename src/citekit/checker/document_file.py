"""A document that cites by keys, as rules look at it."""

from dataclasses import dataclass

from citekit.checker.file_problems import FileProblems
from citekit.drafts.key_uses.uses import BibliographyUse, CitedKeys


@dataclass(frozen=True, slots=True)
class DocumentFile(FileProblems):
    """A document with the keys that it cites.

    ``missing`` are the bibliographies that it names and that are not there.
    """

    path: str
    text: str
    cited: CitedKeys
    missing: tuple[BibliographyUse, ...] = ()
