"""The settings that hold, as a file of settings."""

import json
from collections.abc import Mapping

from citekit.checker.rule_options import OptionValue
from citekit.checker.settings import CheckSettings, active_rules


def settings_text(settings: CheckSettings, *, baseline: str = "") -> str:
    """A ``citekit.toml`` that has the effect of ``settings``: with every rule that speaks by code.

    ``baseline`` is the path of the baseline, left out where there is none.
    """
    codes = [active.rule.code for active in active_rules(settings)]
    rows = [f"select = {_wrapped(codes)}"]
    if settings.exclude:
        rows.append(f"exclude = {_toml(settings.exclude)}")
    if settings.dialect:
        rows.append(f"dialect = {_toml(settings.dialect)}")
    if baseline:
        rows.append(f"baseline = {_toml(baseline)}")
    for name, is_safe in (("extend-safe-fixes", True), ("extend-unsafe-fixes", False)):
        chosen = tuple(one for one, safety in settings.safety.items() if safety is is_safe)
        if chosen:
            rows.append(f"{name} = {_toml(chosen)}")
    rows += _table("per-file-ignores", settings.per_file_ignores)
    rows += _table("severity", {name: one.value for name, one in settings.severities.items()})
    for code, options in settings.options.items():
        rows += _table(f"rules.{code}", options)
    return "\n".join(rows) + "\n"


def _table(name: str, values: Mapping[str, OptionValue]) -> list[str]:
    if not values:
        return []
    return ["", f"[{name}]", *(f"{_toml(key)} = {_toml(one)}" for key, one in values.items())]


def _wrapped(codes: list[str]) -> str:
    """A list of codes, a line for each family."""
    families: dict[str, list[str]] = {}
    for code in codes:
        families.setdefault(code.rstrip("0123456789"), []).append(f'"{code}"')
    if not families:
        return "[]"
    return "[\n" + "".join(f"  {', '.join(one)},\n" for one in families.values()) + "]"


def _toml(value: OptionValue) -> str:
    """``value`` in TOML, whose texts are written like those of JSON."""
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
