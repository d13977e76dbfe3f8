"""The keys that a document cites, and the files that it names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from citekit.model.diagnostic import Diagnostic
from citekit.model.spans import Span


class KeyNotation(StrEnum):
    """How a key is written where it stands, which decides how another is to be written there.

    ``PANDOC`` is a bare key behind ``@``, ``PANDOC_BRACED`` one in ``@{…}``. ``GENERATED`` stands
    in a file that a program writes anew (``.aux``, ``.bcf``), and is not to be changed.
    """

    LATEX = "latex"
    PANDOC = "pandoc"
    PANDOC_BRACED = "pandoc-braced"
    MYST = "myst"
    ATTRIBUTE = "attribute"
    TYPST_REFERENCE = "typst-reference"
    TYPST_LABEL = "typst-label"
    TYPST_STRING = "typst-string"
    RST = "rst"
    ORG_CITE = "org-cite"
    ORG_REF = "org-ref"
    ASCIIDOC = "asciidoc"
    BIBTEX = "bibtex"
    YAML = "yaml"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True)
class KeyUse:
    """A key that is cited.

    ``span`` holds exactly the characters of the key in the file, without ``@`` or braces;
    ``group`` is the whole citation, with all its keys. ``command`` is what cites: ``citep``,
    ``nocite``, ``@``, ``#cite``, ``:cite:p:``. ``label`` is a locator label of CSL, empty where
    ``locator`` is. ``is_in_json`` tells that the key stands in a string of JSON.
    """

    key: str
    span: Span
    group: Span
    command: str = ""
    locator: str = ""
    label: str = ""
    notation: KeyNotation = KeyNotation.LATEX
    is_in_json: bool = False


@dataclass(frozen=True, slots=True)
class BibliographyUse:
    """A bibliography file that a document names: ``path`` as it stands at ``span``."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A document that another takes in: ``path`` as it stands at ``span``."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitedKeys:
    r"""What a document cites; all in the order of the file.

    ``nocite_all`` is where it asks for all works (``\nocite{*}``), ``None`` if it does not.
    ``defined_ids`` are the targets of cross-references that it defines. ``cross_references`` are
    written as citations are, but name such a target, or begin as those of pandoc-crossref and
    Quarto do (``fig:``, ``sec-``). ``inline_bib`` are the keys of works that the document itself
    describes: ``\bibitem``, ``references`` of its metadata, BibTeX within HTML.
    """

    uses: tuple[KeyUse, ...] = ()
    bibliographies: tuple[BibliographyUse, ...] = ()
    inclusions: tuple[Inclusion, ...] = ()
    nocite_all: Span | None = None
    defined_ids: frozenset[str] = frozenset()
    cross_references: tuple[KeyUse, ...] = ()
    inline_bib: tuple[KeyUse, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def commands(self) -> Mapping[str, int]:
        """How many keys every citation command cites."""
        return Counter(use.command for use in self.uses)
