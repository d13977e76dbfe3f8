"""The members of a ZIP archive, read within bounds that no honest document needs."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError

from citekit.errors import ReadError

ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")

MOST_MEMBERS = 20_000
# A book of 1,000 pages has about 30 MB of XML in one member.
LONGEST_MEMBER = 80_000_000
LONGEST_TOTAL = 200_000_000
# XML shrinks to a fiftieth at best; what shrinks more, and is large, is made to burst.
_LARGEST_RATIO = 400
_SMALL = 4_000_000
# The directory of an archive: where it ends, and in that record, how long it says to be.
_DIRECTORY_END = b"PK\x05\x06"
_LONGEST_COMMENT = 65_600
_SIZE = struct.Struct("<12xI")
_LONGEST_DIRECTORY = 4_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    UnicodeError,
)


@dataclass(slots=True)
class Archive:
    """An open archive; ``path`` names it in messages, ``left`` is what may still be unpacked."""

    path: str
    program: str
    _file: zipfile.ZipFile
    _members: Mapping[str, zipfile.ZipInfo]
    left: int = LONGEST_TOTAL
    _folded: dict[str, str] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return self._find(name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in the order of the archive."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The content of a member.

        Raises:
            ReadError: There is no such member, or it is damaged, encrypted or too large.
        """
        info = self._find(name)
        if info is None:
            raise ReadError(
                f"{self.path}: '{name}' is missing inside the file; "
                f"open the file in {self.program} and save it again"
            )
        limit = min(LONGEST_MEMBER, self.left)
        if info.flag_bits & 1:
            raise protected(self.path, self.program)
        burst = info.file_size > _SMALL and info.file_size > _LARGEST_RATIO * info.compress_size
        if info.file_size > limit or burst:
            raise self._too_large(name)
        try:
            with self._file.open(info) as member:
                data = member.read(limit + 1)
        except _BROKEN as error:
            raise self._damaged(name) from error
        if len(data) > limit:
            raise self._too_large(name)
        self.left -= len(data)
        return data

    def _find(self, name: str) -> zipfile.ZipInfo | None:
        name = name.lstrip("/")
        return self._members.get(name) or self._members.get(self._folded.get(name.lower(), ""))

    def _too_large(self, name: str) -> ReadError:
        return ReadError(
            f"{self.path}: '{name}' inside the file unpacks to more than a document can need; "
            f"if the file is to be trusted, split it into documents in {self.program}"
        )

    def _damaged(self, name: str) -> ReadError:
        return ReadError(
            f"{self.path}: '{name}' inside the file is damaged; "
            f"open the file in {self.program}, which may repair it, and save it again"
        )


def open_archive(data: bytes, path: str, program: str) -> Archive:
    """The archive in ``data``; ``program`` is named in messages as the one that can mend it.

    Raises:
        ReadError: ``data`` are cut short or damaged, or have more members than any document.
    """
    if has_long_directory(data):
        raise _too_many(path, program, "so many")
    try:
        file = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise ReadError(
            f"{path}: the file is a damaged ZIP archive, perhaps cut short; "
            f"copy or download it again, or let {program} repair it"
        ) from error
    infos = file.infolist()
    if len(infos) > MOST_MEMBERS:
        raise _too_many(path, program, str(len(infos)))
    members = {info.filename: info for info in infos}
    folded = {name.lower(): name for name in reversed(members)}
    return Archive(path, program, file, members, _folded=folded)


def has_long_directory(data: bytes) -> bool:
    """Whether the directory of the archive ``data`` is longer than that of any document."""
    end = data.rfind(_DIRECTORY_END, max(0, len(data) - _LONGEST_COMMENT))
    if end < 0 or end + _SIZE.size > len(data):
        return False
    return int(_SIZE.unpack_from(data, end)[0]) > _LONGEST_DIRECTORY


def _too_many(path: str, program: str, count: str) -> ReadError:
    return ReadError(
        f"{path}: the archive has {count} members, more than any document; "
        f"if it is to be trusted, save it again in {program}"
    )


def protected(path: str, program: str) -> ReadError:
    """The error for a file that only opens with a password."""
    return ReadError(
        f"{path}: the file is protected by a password; open it in {program}, "
        "save it without the password, and read that"
    )
