"""The settings that hold for ``citekit check``: those of a file, and the command line over them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.cli.streams import STDIN
from citekit.errors import ConfigError

if TYPE_CHECKING:
    from citekit.checker.settings import CheckSettings
    from citekit.pipeline.checking.configuration import Configuration


def configuration_for(paths: list[str], config: Path | None, *, is_off: bool) -> "Configuration":
    """What the file ``config`` says, or the file nearest to the first path, or none if ``is_off``.

    Raises:
        ConfigError: The file cannot be read, or sets what does not exist.
    """
    from citekit.pipeline.checking.configuration import (
        Configuration,
        find_configuration,
        read_configuration,
    )

    if config is not None:
        return read_configuration(config)
    if is_off:
        return Configuration()
    first = next((Path(path) for path in paths if path != STDIN), Path())
    return find_configuration(first if first.is_dir() else first.parent)


def settings_over(
    settings: "CheckSettings",
    *,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    dialect: str,
) -> "CheckSettings":
    """The settings, with what the command line says over them.

    Raises:
        ConfigError: A selector selects nothing, or there is no such dialect.
    """
    from citekit.checker.selection import check_selectors

    for name, selectors in (
        ("--select", select),
        ("--extend-select", extend_select),
        ("--ignore", ignore),
    ):
        check_selectors(selectors, name)
    if dialect not in {"", "bibtex", "biblatex"}:
        raise ConfigError(f"--dialect is 'bibtex' or 'biblatex', not {dialect!r}")
    return replace(
        settings,
        select=select or settings.select,
        extend_select=(*settings.extend_select, *extend_select),
        ignore=(*settings.ignore, *ignore) if not select else ignore,
        exclude=(*settings.exclude, *exclude),
        dialect=dialect or settings.dialect,
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
