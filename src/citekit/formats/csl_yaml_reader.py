"""References from CSL-YAML, as pandoc and Zotero write it."""

from collections.abc import Mapping

from citekit.fields.csl_vocabulary import current_variable
from citekit.formats.csl_json_reader import read_items
from citekit.formats.csl_yaml import IDENTIFIERS
from citekit.formats.pandoc_markup import parse_pandoc, unescape_pandoc
from citekit.formats.results import ReadResult
from citekit.formats.yaml_text import YamlValue, parse_yaml
from citekit.model.variables import VARIABLES, DateVariable, NameVariable


def _parsed(value: YamlValue) -> object:
    """``value`` with all texts in it read as Markdown."""
    if isinstance(value, str):
        return parse_pandoc(value)
    if isinstance(value, list):
        return [_parsed(part) for part in value]
    return {key: _parsed(part) for key, part in value.items()}


def _number(value: object) -> object:
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _custom(value: YamlValue) -> object:
    """The part of ours, with numbers where JSON has them."""
    if not isinstance(value, dict) or not isinstance(value.get("citekit"), dict):
        return value
    part: dict[str, object] = dict(value["citekit"]) if isinstance(value["citekit"], dict) else {}
    origins, confidence = part.get("origins"), part.get("confidence")
    if isinstance(origins, dict):
        part["origins"] = {name: _rows(rows) for name, rows in origins.items()}
    if isinstance(confidence, dict):
        part["confidence"] = {name: _number(number) for name, number in confidence.items()}
    return {**value, "citekit": part}


def _rows(rows: object) -> object:
    if not isinstance(rows, list):
        return rows
    return [
        [row[0], *(int(part) if str(part).isdecimal() else part for part in row[1:])]
        if isinstance(row, list) and row
        else row
        for row in rows
    ]


def _date(value: YamlValue) -> object:
    """A date, of which older files give the parts by name: ``year``, ``month`` and ``day``."""
    points = value if isinstance(value, list) else [value]
    named = [point for point in points if isinstance(point, dict) and "year" in point]
    if not named or len(named) < len(points):
        return value
    found: dict[str, object] = {"date-parts": [_parts(point) for point in named]}
    for point in named:
        found.update({name: point[name] for name in ("season", "circa") if name in point})
    return found


def _parts(point: Mapping[str, YamlValue]) -> list[YamlValue]:
    return [point[name] for name in ("year", "month", "day") if point.get(name)]


def _item(item: YamlValue) -> object:
    if not isinstance(item, dict):
        return item
    parsed: dict[str, object] = {}
    for name, value in item.items():
        variable = VARIABLES.get(current_variable(name))
        if name == "custom":
            parsed[name] = _custom(value)
        elif variable is None:
            parsed[name] = value
        elif isinstance(variable, DateVariable):
            parsed[name] = _date(value)
        elif variable in IDENTIFIERS and isinstance(value, str):
            parsed[name] = unescape_pandoc(value)
        elif isinstance(variable, NameVariable) and isinstance(value, Mapping):
            parsed[name] = [_parsed(value)]
        else:
            parsed[name] = _parsed(value)
    return parsed


def read(text: str, path: str) -> ReadResult:
    """The references of a YAML file: the list ``references``, or a list or item alone.

    Every scalar is the text that it is: ``no`` is no truth value and ``012`` no number.

    Raises:
        ReadError: The text is no YAML.
    """
    value = parse_yaml(text, path)
    if isinstance(value, dict):
        listed = value.get("references", value.get("items"))
        value = listed if isinstance(listed, list) else [value]
    return read_items([_item(item) for item in value], path)
