"""What was found in a project, kept for the next time that nothing has changed."""

import json
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.errors import ConfigError, ReadError
from citekit.pipeline.checking.checked import Checked
from citekit.pipeline.checking.finding_records import (
    NoRecordError,
    finding_of,
    finding_record,
    text_of,
    tuple_of,
)
from citekit.pipeline.checking.listed_files import list_files, listing_digest
from citekit.pipeline.installed_code import code_digest
from citekit.pipeline.output_files import write_file_bytes

if TYPE_CHECKING:
    from citekit.pipeline.checking.project_files import GatheredFiles

FOLDER = ".citekit_cache"
"""What the folder is called unless somebody says otherwise."""

WORTH_KEEPING = 0.5
"""The seconds of CPU from which on a run is worth keeping."""

_MOST = 50
_RESULT = re.compile(r"[0-9a-f]{64}\.json")
_SURROGATES = "surrogateescape"
_TAG = """\
Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of citekit and may be deleted at any time; see https://bford.info/cachedir/
"""


@dataclass(frozen=True, slots=True)
class ResultCache:
    """Where results are kept, for runs with the settings that ``key`` stands for.

    ``named`` are the paths that are checked. A run that took less than ``least`` seconds of CPU is
    not kept.
    """

    folder: Path
    key: str
    named: tuple[str, ...]
    least: float = WORTH_KEEPING

    def find(self) -> Checked | None:
        """What was found when all was as it is now; ``None`` if something has changed since.

        Every file is read and compared by its bytes, and every folder listed again.
        """
        try:
            data = self._path.read_bytes()
        except OSError:
            return None
        digest, _, body = data.partition(b"\n")
        if digest != sha256(body).hexdigest().encode():
            return None
        try:
            return self._checked(_table(json.loads(body)))
        except (ValueError, RecursionError, LookupError, OSError, ReadError):
            return None

    def keep(
        self, checked: Checked, files: "GatheredFiles", baseline: Mapping[str, str | None]
    ) -> None:
        """Keep ``checked``, which came of ``files``; where that fails nothing is said.

        ``baseline`` is that of the run: by its path, what stands in it, ``None`` if it is not
        there. What could not be read is tried again each time.
        """
        if checked.unreadable or time.process_time() < self.least:
            return
        there = {path: text for path, text in baseline.items() if text is not None}
        record = {
            "suffixes": files.suffixes,
            "listing": files.listing,
            "digests": {**files.digests, **{path: _digest(text) for path, text in there.items()}},
            "absent": [*files.absent, *(baseline.keys() - there.keys())],
            "texts": {
                path: text if path in files.documents else None
                for path, text in files.texts.items()
            },
            "findings": [finding_record(one) for one in checked.findings],
            "fingerprints": checked.fingerprints,
            "counts": [checked.silenced, checked.known, checked.gone],
        }
        body = json.dumps(record, separators=(",", ":")).encode()
        try:
            _prepare(self.folder)
            if not self._path.is_symlink():
                write_file_bytes(self._path, sha256(body).hexdigest().encode() + b"\n" + body)
            _prune(self._path.parent)
        except (OSError, ConfigError):
            return

    @property
    def _path(self) -> Path:
        return self.folder / "check" / f"{self.key}.json"

    def _checked(self, record: dict[str, object]) -> Checked | None:
        """What ``record`` holds, if it is about files that are as they were.

        Raises:
            KeyError: Something is missing in it.
            NoRecordError: Something else stands in it.
        """
        suffixes = tuple_of(record["suffixes"], text_of)
        if any(Path(path).is_file() for path in tuple_of(record["absent"], text_of)):
            return None
        if record["listing"] != listing_digest(list_files(self.named), suffixes):
            return None
        contents = dict(_unchanged(_texts_in(record["digests"])))
        counts = tuple_of(record["counts"], _count)
        return Checked(
            tuple_of(record["findings"], finding_of),
            tuple_of(record["fingerprints"], text_of),
            {
                path: contents[path].decode("utf-8", _SURROGATES) if text is None else text_of(text)
                for path, text in _table(record["texts"]).items()
            },
            silenced=counts[0],
            known=counts[1],
            gone=counts[2],
        )


def cache_key(named: Sequence[str], *settings: object) -> str:
    """A key for runs over the paths ``named`` from this folder with these settings, by this code.

    ``settings`` are told apart by how they are written in Python.
    """
    parts = (code_digest(), str(Path.cwd()), tuple(named), settings)
    return sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _unchanged(digests: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The content of each file by its path.

    Raises:
        NoRecordError: One has another digest.
    """
    for path, digest in digests.items():
        data = Path(path).read_bytes()
        if sha256(data).hexdigest() != digest:
            raise NoRecordError
        yield path, data


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", _SURROGATES)).hexdigest()


def _table(record: object) -> dict[str, object]:
    if not isinstance(record, dict):
        raise NoRecordError
    return record


def _texts_in(record: object) -> dict[str, str]:
    return {name: text_of(value) for name, value in _table(record).items()}


def _count(record: object) -> int:
    if not isinstance(record, int):
        raise NoRecordError
    return record


def _prepare(folder: Path) -> None:
    """Make ``folder`` if it is missing, as one that neither git nor a backup takes along."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True)
    (folder / ".gitignore").write_text("*\n")
    (folder / "CACHEDIR.TAG").write_text(_TAG)


def _prune(folder: Path) -> None:
    """Delete all but the newest results in ``folder``."""
    with os.scandir(folder) as entries:
        results = [entry for entry in entries if _RESULT.fullmatch(entry.name)]
    results.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime, reverse=True)
    for entry in results[_MOST:]:
        Path(entry.path).unlink(missing_ok=True)
