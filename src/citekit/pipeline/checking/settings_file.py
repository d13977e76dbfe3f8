"""The file of settings of a project: which one it is, and what stands in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from citekit.errors import ConfigError

_NAMES = ("citekit.toml", ".citekit.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The settings of ``citekit check`` as they are written down, not yet judged.

    ``path`` is ``None`` where there is no file of settings.
    """

    path: Path | None = None
    table: Mapping[str, object] = field(default_factory=dict)


def find_settings_file(start: Path) -> SettingsFile:
    """The file of settings for what is at ``start``: in the nearest folder above that has one.

    A ``pyproject.toml`` without ``[tool.citekit]`` is passed over.

    Raises:
        ConfigError: A file of settings cannot be read.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        for name in _NAMES:
            path = place / name
            if path.is_file():
                found = _read(path, is_optional=name == "pyproject.toml")
                if found is not None:
                    return found
    return SettingsFile()


def read_settings_file(path: Path) -> SettingsFile:
    """The file of settings at ``path``.

    Raises:
        ConfigError: It cannot be read.
    """
    return _read(path, is_optional=False) or SettingsFile(path)


def _read(path: Path, *, is_optional: bool) -> SettingsFile | None:
    try:
        data: object = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from error
    if path.name == "pyproject.toml":
        for name in ("tool", "citekit"):
            data = data.get(name) if isinstance(data, dict) else None
        if data is None and is_optional:
            return None
    table = data if isinstance(data, dict) else {}
    check = table.get("check", table)
    if not isinstance(check, dict):
        raise ConfigError(f"{path}: 'check' is a table of settings, not {check!r}")
    return SettingsFile(path, check)
