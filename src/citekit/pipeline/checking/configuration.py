"""The settings of a project, from ``citekit.toml`` or ``pyproject.toml``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import process

from citekit.checker.registry import find_rule
from citekit.checker.rule_options import OptionValue
from citekit.checker.selection import check_selectors
from citekit.checker.settings import CheckSettings
from citekit.errors import ConfigError
from citekit.model.diagnostic import Severity
from citekit.pipeline.checking.settings_file import SettingsFile, find_settings_file

_DIALECTS = ("bibtex", "biblatex")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings, and the file that they stand in (``None`` where nothing is set).

    ``baseline`` is the path of a baseline, empty without one.
    """

    settings: CheckSettings = field(default_factory=CheckSettings)
    path: Path | None = None
    baseline: str = ""


def find_configuration(start: Path) -> Configuration:
    """The settings for what is at ``start``: those of the nearest folder above that has some.

    A ``pyproject.toml`` without ``[tool.citekit]`` is passed over.

    Raises:
        ConfigError: A file of settings cannot be read, or sets what does not exist.
    """
    return configuration_of(find_settings_file(start))


def configuration_of(file: SettingsFile) -> Configuration:
    """The settings in ``file``.

    Raises:
        ConfigError: It sets what does not exist.
    """
    return _configuration(file.table, file.path) if file.path is not None else Configuration()


def _configuration(table: Mapping[str, object], path: Path) -> Configuration:
    settings = CheckSettings()
    baseline = ""
    for name, value in table.items():
        where = f"{path}: {name}"
        if name == "baseline":
            baseline = str(path.parent / _text(value, where))
            continue
        reader = _READERS.get(name)
        if reader is None:
            near = process.extractOne(name, [*_READERS, "baseline"], score_cutoff=60)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise ConfigError(f"{where}: there is no such setting{hint}")
        settings = reader(settings, value, where)
    return Configuration(settings, path, baseline)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{where}: write a text in quotes, not {value!r}")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ConfigError(f'{where}: write a list of texts, as in ["DAT", "PAG003"]')
    return tuple(value)


def _selectors(value: object, where: str) -> tuple[str, ...]:
    found = _texts(value, where)
    check_selectors(found, where)
    return found


def _table(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: this is a table; write [{where.rpartition(' ')[2]}] above it")
    return value


def _select(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    return replace(settings, select=_selectors(value, where))


def _extend_select(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    return replace(settings, extend_select=_selectors(value, where))


def _ignore(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    return replace(settings, ignore=_selectors(value, where))


def _exclude(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    return replace(settings, exclude=_texts(value, where))


def _dialect(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    if value not in _DIALECTS:
        raise ConfigError(f"{where}: write 'bibtex' or 'biblatex', not {value!r}")
    return replace(settings, dialect=str(value))


def _per_file_ignores(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    table = _table(value, where)
    found = {pattern: _selectors(one, f"{where}.{pattern!r}") for pattern, one in table.items()}
    return replace(settings, per_file_ignores=found)


def _severity(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    found: dict[str, Severity] = {}
    allowed = (Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.STYLE)
    for selector, name in _table(value, where).items():
        check_selectors([selector], where)
        if name not in allowed:
            words = ", ".join(repr(one.value) for one in allowed)
            raise ConfigError(f"{where}.{selector}: write one of {words}, not {name!r}")
        found[selector] = Severity(str(name))
    return replace(settings, severities=found)


def _safe(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    safety = dict.fromkeys(_selectors(value, where), True)
    return replace(settings, safety={**settings.safety, **safety})


def _unsafe(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    safety = dict.fromkeys(_selectors(value, where), False)
    return replace(settings, safety={**settings.safety, **safety})


def _cache(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    """Whether results are kept has no say in what they are: it is looked at before all others."""
    if not isinstance(value, bool):
        raise ConfigError(f"{where}: write true or false, not {value!r}")
    return settings


def _cache_dir(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    _text(value, where)
    return settings


def _rules(settings: CheckSettings, value: object, where: str) -> CheckSettings:
    options: dict[str, Mapping[str, OptionValue]] = {}
    for name, values in _table(value, where).items():
        check_selectors([name], where)
        rule = find_rule(name)
        if rule is None:
            raise ConfigError(f"{where}: options are those of one rule, not of {name!r}")
        place = f"{where}.{name}"
        options[rule.code] = {
            option: _option(rule.options.get(option), one, f"{place}.{option}")
            for option, one in _table(values, place).items()
        }
    return replace(settings, options=options)


def _option(default: OptionValue | None, value: object, where: str) -> OptionValue:
    """``value``, if it is of the kind of ``default``."""
    if default is None:
        raise ConfigError(f"{where}: the rule has no such option; see `citekit explain`")
    if isinstance(default, tuple):
        return _texts(value, where)
    if isinstance(value, (bool, int, str)) and type(value) is type(default):
        return value
    raise ConfigError(f"{where}: write a value such as {default!r}, not {value!r}")


_READERS: Mapping[str, Callable[[CheckSettings, object, str], CheckSettings]] = {
    "select": _select,
    "extend-select": _extend_select,
    "ignore": _ignore,
    "exclude": _exclude,
    "dialect": _dialect,
    "per-file-ignores": _per_file_ignores,
    "severity": _severity,
    "extend-safe-fixes": _safe,
    "extend-unsafe-fixes": _unsafe,
    "rules": _rules,
    "cache": _cache,
    "cache-dir": _cache_dir,
}
