"""An entry with what duplicates are told by, each worked out when it is first asked for."""

import re
from functools import cached_property

from citekit.checker.bib_file import Entry
from citekit.checker.plain_values import plain_value
from citekit.checker.rules.identifiers.dois import bare_doi, doi_of_address
from citekit.model.reference import PersonalName
from citekit.text.data import load_words
from citekit.text.folding import fold

_PACKAGE, _TABLE = "citekit.checker.rules.duplicates", "works"
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_FIRST_NAME = re.compile(r"\s+and\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_ARXIV = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf)/|[:\s./]+)|\A)(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})",
    re.IGNORECASE,
)
_VENUES = ("journal", "journaltitle", "booktitle")


class KnownEntry:
    """``entry``, compared with others."""

    def __init__(self, entry: Entry) -> None:
        """Nothing is worked out yet."""
        self.entry = entry

    @cached_property
    def title(self) -> str:
        """The title and subtitle in the form in which texts are compared."""
        return folded_title(self.value("title"), self.value("subtitle"))

    @cached_property
    def author(self) -> str:
        """The family name of the first author, or editor, in the same form."""
        value = self.value("author") or self.value("editor")
        if not value.strip():
            return ""
        first = _FIRST_NAME.split(value, maxsplit=1)[0].strip()
        if first.isascii() and "{" not in first and "\\" not in first and "," in first:
            return fold(first.partition(",")[0])
        field = self.entry.first("author") or self.entry.first("editor")
        name = field.names[0] if field and field.names else None
        if isinstance(name, PersonalName):
            return fold(name.family)
        return fold(name.text) if name else fold(plain_value(first))

    @cached_property
    def year(self) -> str:
        """The year, empty if none is given."""
        match = _YEAR.search(self.value("year") or self.value("date"))
        return match[0] if match else ""

    @cached_property
    def venue(self) -> str:
        """The journal or book that it is part of, folded; that taken over from another included."""
        values = self.entry.values
        value = next((values[name] for name in _VENUES if name in values), "")
        return fold(plain_value(value))

    @cached_property
    def doi(self) -> str:
        """The DOI in small letters, from its field or the address."""
        own = self.value("doi")
        found = bare_doi(own.strip()) if own else ""
        if not found and "doi" in self.value("url"):
            found = doi_of_address(self.value("url").strip())
        return found.replace("\\_", "_").rstrip(".,;").lower()

    @cached_property
    def arxiv(self) -> str:
        """The number that arXiv gave, without version."""
        kind = (self.value("eprinttype") or self.value("archiveprefix")).strip().lower()
        eprint = self.value("eprint").strip()
        match = _ARXIV.search(eprint) if eprint and kind in {"", "arxiv"} else None
        if match is None:
            url = self.value("url") + " " + " ".join(self.value(name) for name in _VENUES)
            match = _ARXIV.search(url) if "rxiv" in url.lower() else None
        return match["id"].lower() if match else ""

    @property
    def is_part_of_book(self) -> bool:
        """Whether it is a part of a book, by its type."""
        return self.entry.type in load_words(_PACKAGE, _TABLE, "parts_of_books")

    @cached_property
    def is_preprint(self) -> bool:
        """Whether it appeared on a server of preprints, and nowhere else."""
        places = load_words(_PACKAGE, _TABLE, "preprint_places")
        venue = self.venue or fold(plain_value(self.value("publisher")))
        if venue:
            return bool(places & set(venue.split()))
        if self.value("volume") or self.value("publisher"):
            return False
        return bool(self.arxiv) or self.doi.startswith(("10.48550/", "10.1101/", "10.31234/"))

    @property
    def is_published(self) -> bool:
        """Whether it appeared in a journal or a book, and on no server of preprints."""
        return bool(self.venue) and not self.is_preprint

    def value(self, name: str) -> str:
        """The value of its own field of that name, empty if it has none."""
        field = self.entry.get(name)
        return field.value if field else ""

    def numbers(self, name: str) -> str:
        """The first number in a field such as ``pages``, else what it says, folded.

        Of a version all counts.
        """
        value = self.value(name)
        if name == "version":
            return fold(value)
        match = _NUMBER.search(value)
        return match[0].lstrip("0") if match else fold(value)


def folded_title(title: str, subtitle: str = "") -> str:
    """The title in the form in which titles are compared; braces and LaTeX count for nothing."""
    whole = f"{title} {subtitle}" if subtitle else title
    if "{" in whole and "\\" not in whole:
        whole = whole.replace("{", "").replace("}", "")
    return fold(plain_value(whole) if "\\" in whole or "$" in whole else whole)
