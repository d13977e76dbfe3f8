"""What ``citekit tidy`` makes of the files that it is given: said, or written."""

from dataclasses import dataclass
from pathlib import Path

from citekit.cli.streams import STDIN, STDIN_NAME, read_stdin, write_bytes
from citekit.model.diagnostic import Diagnostic
from citekit.pipeline.bib_difference import difference
from citekit.pipeline.output_files import write_files_bytes
from citekit.pipeline.tidying import TidyOptions, bib_bytes, read_bib_text, tidy_bib


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file with its text before and after; ``kind`` says in a difference what was done."""

    path: str
    before: str
    after: str
    kind: str = "tidy"

    @property
    def name(self) -> str:
        """What the file is called in messages."""
        return STDIN_NAME if self.path == STDIN else self.path

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of the files, and what was found in them."""

    files: tuple[FileChange, ...]
    diagnostics: tuple[Diagnostic, ...]


def _read(path: str) -> str:
    return read_bib_text(STDIN_NAME, read_stdin()) if path == STDIN else read_bib_text(path)


def tidied_files(paths: list[str], options: TidyOptions) -> Changes:
    """The files laid out."""
    files: list[FileChange] = []
    diagnostics: list[Diagnostic] = []
    for path, text in {path: _read(path) for path in paths}.items():
        tidied = tidy_bib(text, options, path=STDIN_NAME if path == STDIN else path)
        files.append(FileChange(path, text, tidied.text))
        diagnostics += tidied.diagnostics
    return Changes(tuple(files), tuple(diagnostics))


def with_new_keys(
    paths: list[str],
    pattern: str,
    document_paths: list[str],
    options: TidyOptions | None,
    keep_ids: bool,  # noqa: FBT001 - one of several options
) -> Changes:
    """The files with other keys, laid out unless there are no ``options``, and the documents.

    Raises:
        CitekitError: A file cannot be read, the pattern is none, or a document cannot take a key.
    """
    from citekit.pipeline.document_inclusions import with_included
    from citekit.pipeline.key_renaming import find_documents, rename_library

    bibs = {path: _read(path) for path in paths}
    documents = with_included(find_documents(document_paths), _read)
    renamed = rename_library(
        {STDIN_NAME if path == STDIN else path: text for path, text in bibs.items()},
        pattern,
        documents=documents,
        keep_old=keep_ids,
    )
    files: list[FileChange] = []
    for (path, before), after in zip(bibs.items(), renamed.bibs.values(), strict=True):
        files.append(FileChange(path, before, tidy_bib(after, options).text if options else after))
    files += [
        FileChange(path, before, renamed.documents[path], "keys renamed")
        for path, before in documents.items()
    ]
    return Changes(tuple(files), renamed.diagnostics)


def say_difference(changes: Changes) -> None:
    """Write what would change to stdout."""
    for file in changes.files:
        shown = difference(file.name, file.before, file.after, what=file.kind)
        write_bytes(bib_bytes(shown), None)


def write_changes(files: tuple[FileChange, ...], output: Path | None) -> None:
    """Write what changed; several files together, all or none.

    Raises:
        ConfigError: A file cannot be written.
    """
    in_place: dict[Path, bytes] = {}
    for file in files:
        data = bib_bytes(file.after)
        if output is not None or file.path == STDIN:
            write_bytes(data, output)
        elif file.is_changed:
            in_place[Path(file.path)] = data
    if len(in_place) > 1:
        write_files_bytes(in_place)
    else:
        for path, data in in_place.items():
            write_bytes(data, path)
