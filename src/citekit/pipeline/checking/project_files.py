"""The files of a project: those named, those in folders, and those that they name."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from citekit.checker.bib_file import BIB_SUFFIXES, is_bib_path
from citekit.checker.settings import CheckSettings, is_excluded
from citekit.drafts.key_uses.file_names import bibliography_names, included_names
from citekit.errors import ReadError
from citekit.model.document import Document
from citekit.pipeline.checking.listed_files import ListedFile, list_files, listing_digest
from citekit.pipeline.checking.named_paths import paths_of
from citekit.pipeline.tidying import read_bib_text

_GENERATED = frozenset({".sty", ".cls", ".aux", ".bcf"})
# What is written in by hand, though it is no text; a PDF or EPUB is made of something else.
_WRITTEN = frozenset({".docx", ".docm", ".odt", ".rtf"})
# What reading a document says where nothing of it could be read.
_DAMAGE = frozenset({"unread-notebook", "unread-control-file"})


@dataclass(frozen=True, slots=True)
class GatheredFiles:
    """The texts of files by path, bytes that are no UTF-8 in them as surrogates.

    ``documents`` are those among them whose text is laid out of another format, such as PDF.
    ``unreadable`` says of each file that could not be read what is the matter. ``digests`` tell
    each file that was read by its bytes, ``absent`` are the paths at which one was looked for in
    vain; ``listing`` tells what was in folders, as far as it has one of ``suffixes``.
    """

    texts: Mapping[str, str]
    unreadable: tuple[str, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    listing: str = ""
    suffixes: tuple[str, ...] = ()


def gather_files(
    paths: Sequence[str], settings: CheckSettings, *, given: Mapping[str, str] | None = None
) -> GatheredFiles:
    """The files at ``paths``, and those that documents among them include or cite from.

    A path is a file, a folder (``.bib`` files and documents in it) or a pattern. ``given`` are
    texts that stand in for files on disk.

    Raises:
        ReadError: A path leads nowhere, or there is nothing to check at any of them.
    """
    gathering = _Gathering(dict(given or {}))
    listed = list(list_files(paths))
    suffixes = watched_suffixes() if any(one.in_folder for one in listed) else ()
    pending = [path for path in _wanted(listed, settings) if path not in gathering.texts]
    for path, text in list(gathering.texts.items()):
        pending += gathering.mentioned(path, text)
    is_first = len(pending)
    done: set[str] = set(gathering.texts)
    while pending:
        path = pending.pop(0)
        if path not in done:
            done.add(path)
            pending += [name for name in gathering.add(path) if name not in done]
    if not gathering.texts and not gathering.unreadable and not is_first:
        raise ReadError(f"{', '.join(paths)}: there is no .bib file or document to check")
    return GatheredFiles(
        gathering.texts,
        tuple(gathering.unreadable),
        gathering.documents,
        gathering.digests,
        tuple(gathering.absent),
        listing_digest(listed, suffixes),
        suffixes,
    )


@dataclass(slots=True)
class _Gathering:
    """What has been read so far."""

    texts: dict[str, str]
    unreadable: list[str] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    absent: dict[str, None] = field(default_factory=dict)

    def add(self, path: str) -> list[str]:
        """Read the file at ``path``; the files that it mentions come back."""
        try:
            data = _bytes_at(path)
            document = _laid_out(data, path)
            text = read_bib_text(path, data) if document is None else document.text
        except ReadError as error:
            self.unreadable.append(str(error))
            return []
        self.texts[path] = text
        self.digests[path] = sha256(data).hexdigest()
        if document is not None:
            self.documents[path] = document
            return []
        self.unreadable += _damaged(path, text)
        return self.mentioned(path, text)

    def mentioned(self, path: str, text: str) -> list[str]:
        """The files that a document takes in or cites from, as far as they are there."""
        if is_bib_path(path):
            return []
        found = []
        for names in _candidates(path, text):
            for place in paths_of(path, names):
                if Path(place).is_file():
                    found.append(place)
                    break
                self.absent[place] = None
        return found


def _bytes_at(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error


def _laid_out(data: bytes, path: str) -> Document | None:
    if is_bib_path(path) or _is_source(path):
        return None
    # What reads PDF and the like takes long to import.
    from citekit.pipeline.checking.laid_out_files import read_laid_out

    return read_laid_out(data, path)


def _wanted(listed: Sequence[ListedFile], settings: CheckSettings) -> list[str]:
    """The files to check; of folders ``.bib`` files and what is written by hand."""
    inside = [one for one in listed if one.in_folder]
    stems = {_stem(one) for one in inside if one.suffix not in _WRITTEN and _is_source(one.path)}
    return list(
        dict.fromkeys(
            one.path
            for one in listed
            if not one.in_folder or (_is_wanted(one, stems) and not is_excluded(one.path, settings))
        )
    )


def _is_wanted(one: ListedFile, stems: AbstractSet[str]) -> bool:
    """Whether a file in a folder is checked; a Word file beside its source was made of that."""
    if one.suffix in _WRITTEN:
        return _stem(one) not in stems
    return is_bib_path(one.path) or _is_source(one.path)


def _stem(one: ListedFile) -> str:
    return one.path[: -len(one.suffix)]


def _is_source(name: str) -> bool:
    """Whether a file is a document that cites by keys and is written by hand, by its name."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in _document_suffixes() and suffix not in _GENERATED


def watched_suffixes() -> tuple[str, ...]:
    """The suffixes of the files that are looked at in folders."""
    return (*BIB_SUFFIXES, *sorted(_document_suffixes() - _GENERATED), *sorted(_WRITTEN))


def _document_suffixes() -> AbstractSet[str]:
    from citekit.drafts.key_uses.reading import READERS

    return READERS.keys()


def _damaged(path: str, text: str) -> list[str]:
    """What is wrong with a document that is not what its name says, such as a broken notebook."""
    if is_bib_path(path):
        return []
    from citekit.pipeline.checking.cited_keys import cited_keys

    return [
        f"{path}: {found.message}; {found.hint[:1].lower()}{found.hint[1:].rstrip('.')}"
        for found in cited_keys(text, path).diagnostics
        if found.code in _DAMAGE
    ]


def _candidates(path: str, text: str) -> Iterator[Sequence[str]]:
    """For each file that a document names, the names that it may have, the likeliest first."""
    from citekit.pipeline.checking.cited_keys import cited_keys

    cited = cited_keys(text, path)
    for inclusion in cited.inclusions:
        yield included_names(inclusion.path, path)
    for use in cited.bibliographies:
        yield bibliography_names(use.path, path)
