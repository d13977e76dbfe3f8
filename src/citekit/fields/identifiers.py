"""Identifiers and addresses in text, with the places they stand at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from citekit.fields.check_digits import is_valid_isbn, is_valid_issn, is_valid_orcid

__all__ = [
    "FoundIdentifier",
    "IdentifierKind",
    "find_identifiers",
    "is_valid_isbn",
    "is_valid_issn",
    "is_valid_orcid",
    "normalise_doi",
]


class IdentifierKind(StrEnum):
    """The kinds of identifier; the values are CSL's variables where CSL has one."""

    DOI = "DOI"
    URL = "URL"
    ARXIV = "arXiv"
    ISBN = "ISBN"
    ISSN = "ISSN"
    PMID = "PMID"
    PMCID = "PMCID"


@dataclass(frozen=True, slots=True)
class FoundIdentifier:
    """An identifier; ``start`` and ``end`` enclose the value alone as printed, half-open.

    ``value`` is its normal form: a DOI without its resolver and in small letters, an ISBN and an
    arXiv number without a prefix, a URL without the blanks that printing put in.
    """

    start: int
    end: int
    kind: IdentifierKind
    value: str


_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/\s?|\bdoi:?\s{0,2}(?:https?://(?:dx\.)?doi\.org/)?)?"
    r"(?<![\w.])(10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s\"<>{}|\\^`“”]{1,400})",
    re.IGNORECASE,
)
_DOI_RESOLVER = re.compile(
    r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|(?:info:)?doi[:/]?\s*", re.IGNORECASE
)
_URL = re.compile(
    r"(?:(?:https?|ftp)://\s?(?:www\.\s)?|(?<![\w@./-])www\.\s?(?=[a-z\d]))[^\s\"<>{}|\\^`“”«»]{2,2000}",
    re.IGNORECASE,
)
# What may follow a blank inside a broken address: it must look like no word of a sentence.
_URL_TAIL = re.compile(
    r" (?=[^\s\"<>]{1,300}(?:[\s\"<>)\],;]|$))"
    r"(?:[\w%~+-]{1,100}[/?=&#_.])+[^\s\"<>{}|\\^`“”«»]{1,300}",
)
_FILE_END = re.compile(
    r"(?:/|[?=&#_%]|\.(?:s?html?|php|aspx?|pdf|jsp|cfm|cgi|xml|txt)\b)", re.IGNORECASE
)
_ARXIV = re.compile(
    r"(?:\barxiv\s?:\s?|\barxiv\.org/(?:abs|pdf)/)"
    r"(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}(?:v\d{1,2})?)",
    re.IGNORECASE,
)
_ISBN = re.compile(
    r"\bISBN(?:-1[03])?(?:\s?\((?:e-?book|print|pbk|hbk|paperback|hardcover)\))?[:.]?\s{0,3}"
    r"((?:97[89][\s‐‑–-]?)?\d(?:[\s‐‑–-]?[\dXx]){9})(?![\w])",
    re.IGNORECASE,
)
_ISBN_BARE = re.compile(r"(?<![\d-])(97[89]-?\d(?:-?\d){8}-?\d)(?![\w-])")
_ISSN = re.compile(r"\be?-?ISSN(?:-L)?[:.]?\s{0,3}(\d{4}[‐‑–-]?\d{3}[\dXx])(?!\w)", re.IGNORECASE)
_PMID = re.compile(r"\bPMID[:.]?\s{0,3}(\d{1,9})\b", re.IGNORECASE)
_PMCID = re.compile(r"\b(PMC\s?\d{3,9})\b", re.IGNORECASE)
_DASHES = re.compile(r"[\s‐‑–-]")
_SENTENCE_MARKS = frozenset(".,;:!?'’‘*_。、」』），；")
_CLOSING = {")": "(", "]": "["}


def _trimmed(value: str) -> str:
    """``value`` without punctuation at its end that belongs to the sentence around it."""
    while value:
        last = value[-1]
        closes_nothing = last in _CLOSING and value.count(last) > value.count(_CLOSING[last])
        if last not in _SENTENCE_MARKS and not closes_nothing:
            break
        value = value[:-1]
    return value


def normalise_doi(text: str) -> str:
    """The DOI in ``text`` in small letters without resolver or prefix, ``""`` if it is none.

    Source: DOI Handbook, 2.4: DOI names are compared without regard to the case of ASCII letters.
    """
    stripped = _DOI_RESOLVER.sub("", text.strip()[:2048], count=1)
    match = _DOI.match(stripped)
    return _trimmed(match[1]).lower() if match else ""


def _dois(text: str) -> Iterator[FoundIdentifier]:
    for match in _DOI.finditer(text):
        value = _trimmed(match[1])
        if value.split("/", 1)[1]:
            start = match.start(1)
            yield FoundIdentifier(start, start + len(value), IdentifierKind.DOI, value.lower())


def _urls(text: str) -> Iterator[FoundIdentifier]:
    position = 0
    while match := _URL.search(text, position):
        end = match.end()
        bracketed = match.start() > 0 and text[match.start() - 1] == "<"
        while text[end - 1] == "/" and (tail := _URL_TAIL.match(text, end)):
            if not _FILE_END.search(tail.group().rstrip(".,;:")):
                break
            end = tail.end()
        printed = text[match.start() : end]
        printed = printed.rstrip(".,;") if bracketed else _trimmed(printed)
        position = max(match.end(), end)
        value = "".join(printed.split())
        if "." in value or "localhost" in value:
            yield FoundIdentifier(
                match.start(), match.start() + len(printed), IdentifierKind.URL, value
            )


def _numbers(text: str) -> Iterator[FoundIdentifier]:
    for pattern, kind in (
        (_ISBN, IdentifierKind.ISBN),
        (_ISBN_BARE, IdentifierKind.ISBN),
        (_ISSN, IdentifierKind.ISSN),
        (_PMID, IdentifierKind.PMID),
        (_PMCID, IdentifierKind.PMCID),
        (_ARXIV, IdentifierKind.ARXIV),
    ):
        for match in pattern.finditer(text):
            value = match[1] if kind is IdentifierKind.ARXIV else _DASHES.sub("", match[1]).upper()
            if pattern is _ISBN_BARE and not is_valid_isbn(value):
                continue
            if kind is IdentifierKind.ISSN:
                value = f"{value[:4]}-{value[4:]}"
            yield FoundIdentifier(match.start(1), match.end(1), kind, value)


def find_identifiers(text: str) -> tuple[FoundIdentifier, ...]:
    """The identifiers in ``text``, in order, none inside another.

    A DOI given as an address of doi.org is a DOI, an address of arxiv.org an arXiv number.
    Punctuation at the end is left out, balanced parentheses are kept. An address that printing
    broke by a blank after a slash is joined where the rest looks like no word. An ISBN or ISSN
    after its cue is taken even with a wrong check digit, a bare one only with a right one.
    """
    special = [*_dois(text), *_numbers(text)]
    special.sort(key=lambda found: (found.start, -found.end))
    found: list[FoundIdentifier] = []
    for one in special:
        if not found or one.start >= found[-1].end:
            found.append(one)
    starts = {one.start for one in found}
    resolvers = ("doi.org/", "arxiv.org/")
    kept = []
    index = 0
    for url in _urls(text):
        while index < len(found) and found[index].end <= url.start:
            index += 1
        inside = index < len(found) and found[index].start < url.end
        if not inside:
            kept.append(url)
        elif not any(resolver in url.value.lower() for resolver in resolvers):
            starts.discard(found[index].start)
            kept.append(url)
    kept += [one for one in found if one.start in starts]
    return tuple(sorted(kept, key=lambda one: one.start))
