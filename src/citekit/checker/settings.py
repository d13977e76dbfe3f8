"""What a project wants of the checker, and the rules that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache

from citekit.checker.active_rule import ActiveRule
from citekit.checker.registry import RULES
from citekit.checker.rule import Rule
from citekit.checker.rule_options import OptionValue, RuleOptions
from citekit.checker.selection import ALL, is_selected, matches
from citekit.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The settings of a project.

    ``select`` names the rules that speak, ``None`` the default ones; ``extend_select`` adds to
    them and ``ignore`` takes away, the more specific selector winning. ``per_file_ignores`` are
    selectors by pattern of path. ``severities`` and ``safety`` (whether the fixes count as safe)
    are by selector, ``options`` by code of rule and name of option. ``exclude`` are patterns of
    paths that are left out of folders, ``dialect`` is that of ``.bib`` files, empty to let each
    show its own.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    safety: Mapping[str, bool] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    dialect: str = ""


def active_rules(settings: CheckSettings) -> tuple[ActiveRule, ...]:
    """The rules that speak, as loudly and with the options that the settings say."""
    return tuple(
        ActiveRule(
            rule,
            _severity(rule, settings.severities),
            RuleOptions({**rule.options, **settings.options.get(rule.code, {})}),
        )
        for rule in RULES
        if _speaks(rule, settings)
    )


def is_ignored_in(code: str, path: str, settings: CheckSettings) -> bool:
    """Whether findings of that code are not wanted in the file at ``path``.

    A pattern without ``/`` is tried on the name of the file too.
    """
    return any(
        _fits(path, pattern) and matches(code, selectors)
        for pattern, selectors in settings.per_file_ignores.items()
    )


def is_excluded(path: str, settings: CheckSettings) -> bool:
    """Whether the file at ``path`` is left out where a folder is checked."""
    return any(_fits(path, pattern) for pattern in settings.exclude)


def _fits(path: str, pattern: str) -> bool:
    """Whether ``pattern`` means ``path``, its name, or a folder that it is in."""
    parts = path.split("/")
    if "/" not in pattern and any(fnmatchcase(part, pattern) for part in parts):
        return True
    trimmed = pattern.removeprefix("./").rstrip("/")
    return fnmatchcase(path.removeprefix("./"), trimmed) or any(
        fnmatchcase("/".join(parts[:end]), trimmed) for end in range(1, len(parts))
    )


def _speaks(rule: Rule, settings: CheckSettings) -> bool:
    extended = settings.extend_select
    if settings.select is not None:
        return is_selected(rule, (*settings.select, *extended), settings.ignore)
    if is_selected(rule, extended, settings.ignore):
        return True
    return rule.is_default and is_selected(rule, (rule.family,), _but_all(settings.ignore))


@cache
def _but_all(ignore: tuple[str, ...]) -> tuple[str, ...]:
    """``ignore`` with every family in the place of ``ALL``, which is less specific than one."""
    families = {rule.family for rule in RULES}
    return tuple(
        one for name in ignore for one in (sorted(families) if name.upper() == ALL else [name])
    )


def _severity(rule: Rule, severities: Mapping[str, Severity]) -> Severity:
    """That of the most specific selector, or the rule's own."""
    found, longest = rule.severity, 0
    for selector, severity in severities.items():
        if matches(rule.code, (selector,)):
            length = len(rule.code) if selector.lower() == rule.name else len(selector)
            if length > longest or (selector.upper() == ALL and not longest):
                found, longest = severity, 1 if selector.upper() == ALL else length
    return found
