"""The settings that hold for ``citekit check``: those of a file, and the command line over them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from citekit.cli.streams import STDIN
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.checker.settings import CheckSettings
    from citekit.pipeline.checking.configuration import Configuration
    from citekit.pipeline.checking.settings_file import SettingsFile


class Wishes(NamedTuple):
    """What the command line says over the file of settings, as it stands there."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    dialect: str = ""
    baseline: str = ""


def settings_file_for(paths: list[str], config: Path | None, *, is_off: bool) -> "SettingsFile":
    """The file ``config``, or the file nearest to the first path, or none if ``is_off``.

    Raises:
        ConfigError: The file cannot be read.
    """
    from citekit.pipeline.checking.settings_file import (
        SettingsFile,
        find_settings_file,
        read_settings_file,
    )

    if config is not None:
        return read_settings_file(config)
    if is_off:
        return SettingsFile()
    first = next((Path(path) for path in paths if path != STDIN), Path())
    return find_settings_file(first if first.is_dir() else first.parent)


def settings_over(settings: "CheckSettings", wishes: Wishes) -> "CheckSettings":
    """The settings, with what the command line says over them.

    Raises:
        ConfigError: A selector selects nothing, or there is no such dialect.
    """
    from citekit.checker.selection import check_selectors

    for name, selectors in (
        ("--select", wishes.select),
        ("--extend-select", wishes.extend_select),
        ("--ignore", wishes.ignore),
    ):
        check_selectors(selectors, name)
    if wishes.dialect not in {"", "bibtex", "biblatex"}:
        raise ConfigError(f"--dialect is 'bibtex' or 'biblatex', not {wishes.dialect!r}")
    return replace(
        settings,
        select=wishes.select or settings.select,
        extend_select=(*settings.extend_select, *wishes.extend_select),
        ignore=wishes.ignore if wishes.select else (*settings.ignore, *wishes.ignore),
        exclude=(*settings.exclude, *wishes.exclude),
        dialect=wishes.dialect or settings.dialect,
    )


def selectors_in(values: Iterable[str] | None) -> tuple[str, ...]:
    """The selectors in the values of an option, with commas or blanks between them."""
    return tuple(word for value in values or () for word in value.replace(",", " ").split())


def shown_settings(configuration: "Configuration", settings: "CheckSettings") -> str:
    """The settings as a file, and above them where they come from."""
    from citekit.pipeline.checking.settings_text import settings_text

    place = configuration.path
    head = f"# Settings of {place}" if place else "# No file of settings"
    text = settings_text(settings, baseline=configuration.baseline)
    return f"{head}, and of the command line.\n{text}"
