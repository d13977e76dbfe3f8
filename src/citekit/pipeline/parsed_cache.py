"""A folder that keeps what was made of documents, so that an interrupted run can go on."""

import hashlib
import io
import pickle
import platform
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from citekit import __version__
from citekit.errors import ConfigError
from citekit.pipeline.output_files import write_file_bytes

# What else than citekit itself decides what a document is read as.
_LIBRARIES = ("lxml", "pypdfium2", "numpy")
_DIGEST_SIZE = hashlib.sha256().digest_size
# What pickle's manual says that loading raises, for a whole file that is not ours all the same.
_STRANGE = (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError)


@dataclass(frozen=True, slots=True)
class ParsedCache:
    """What was made of documents, each under the digest of its name and content.

    ``maker`` tells the code that made it: nothing that other code made is ever found.
    """

    folder: Path
    maker: str

    def path(self, name: str, data: bytes) -> Path:
        """Where what was made of ``data``, a document known as ``name``, is kept."""
        digest = hashlib.sha256(f"{self.maker}\0{len(name)}\0{name}\0".encode(errors="replace"))
        digest.update(data)
        key = digest.hexdigest()
        # Hidden, so that a cache among the documents is not read as some of them.
        return self.folder / ".parsed" / key[:2] / key


def open_cache(folder: Path) -> ParsedCache:
    """The cache in ``folder``, which is made where it is missing.

    Raises:
        ConfigError: ``folder`` cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"{folder}: no cache can be kept there: {error.strerror}") from error
    return ParsedCache(folder, _maker())


def load(path: Path) -> object:
    """What is kept at ``path``; ``None`` where there is nothing, or nothing whole."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    digest, pickled = kept[:_DIGEST_SIZE], kept[_DIGEST_SIZE:]
    if digest != _digest(pickled):
        return None
    try:
        return _Unpickler(io.BytesIO(pickled)).load()
    except _STRANGE:
        return None


def store(path: Path, value: object) -> None:
    """Keep ``value`` at ``path``; where that fails it will be made anew."""
    pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    try:
        write_file_bytes(path, _digest(pickled) + pickled)
    except ConfigError:
        return


def _digest(pickled: bytes) -> bytes:
    """What tells a whole pickle from a damaged one, which might load as another value."""
    return hashlib.sha256(pickled).digest()


class _Unpickler(pickle.Unpickler):
    """Makes citekit's own values and nothing else, so that a strange file runs no code."""

    def find_class(self, module: str, name: str) -> type:
        found = getattr(import_module(module), name) if module.startswith("citekit.") else None
        # What a module of ours imports from elsewhere is not ours either.
        if not isinstance(found, type) or not found.__module__.startswith("citekit."):
            raise pickle.UnpicklingError(f"{module}.{name} is no value of citekit")
        return found


def _maker() -> str:
    """The versions of all that takes part, and of every file of this package, as installed."""
    package = Path(__file__).parent.parent
    files = sorted(path for path in package.rglob("*") if path.suffix != ".pyc" and path.is_file())
    digest = hashlib.sha256()
    for path in files:
        state = path.stat()
        name = path.relative_to(package).as_posix()
        digest.update(f"{name}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return "\0".join(
        (__version__, platform.python_version(), *map(_version, _LIBRARIES), digest.hexdigest())
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
