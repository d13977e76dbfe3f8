"""Single values of CSL-JSON: texts where numbers stand, numbers where texts stand."""

from math import isfinite

_FALSE = frozenset({"", "0", "0.0", "false", "no", "none", "null"})


def read_text(value: object) -> str:
    """The text of any JSON value, empty where it holds none.

    A number becomes its digits, a list (Crossref gives titles so) is joined by commas. Objects,
    true, false and null are no text.
    """
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return format(value, "d") if abs(value) < 10**400 else ""
    if isinstance(value, float):
        if not isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 10**15 else str(value)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, [read_text(part) for part in value if _is_single(part)]))
    return ""


def _is_single(value: object) -> bool:
    return isinstance(value, str | int | float)


def is_true(value: object) -> bool:
    """Whether a flag is set: ``true``, ``1``, ``"1"``, ``"true"``."""
    return str(value).strip().lower() not in _FALSE if isinstance(value, str | int) else False
