"""Files laid out in one stable way."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.errors import ConfigError
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.tables import standard_order
from citekit.formats.bib_tidy.tidying import tidy_source

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bib" / "tidy.toml").read_text("utf-8")
)["case"]
_MONTHS = {
    "jan": ["jan", "Jan", "Jan.", "JANUARY", "January", "1", "01"],
    "feb": ["Feb.", "February", "2", "02"],
    "mar": ["Mar.", "March", "3", "03"],
    "apr": ["Apr", "April", "4", "04"],
    "may": ["May", "may", "5", "05"],
    "jun": ["Jun.", "June", "6", "06"],
    "jul": ["Jul.", "July", "7", "07"],
    "aug": ["Aug.", "August", "8", "08"],
    "sep": ["Sep.", "Sept.", "September", "9", "09"],
    "oct": ["Oct.", "October", "10"],
    "nov": ["Nov.", "November", "11"],
    "dec": ["Dec.", "December", "12"],
}


def _options(given: dict[str, Any]) -> TidyOptions:
    return TidyOptions(
        indent=given.get("indent", "  "),
        align=given.get("align"),
        sort=tuple(given.get("sort", ())),
        order=tuple(given.get("order", ())),
        remove=tuple(given.get("remove", ())),
        enclose=tuple(given.get("enclose", ())),
        most_names=given.get("most_names", 0),
        wrap=given.get("wrap", 0),
        final_comma=given.get("final_comma", True),
        chosen=frozenset(given.get("chosen", ())),
        left_out=frozenset(given.get("left_out", ())),
    )


def _tidy(text: str, options: TidyOptions | None = None) -> str:
    return tidy_source(parse_bib(text), options or TidyOptions())


def _field(name: str, value: str) -> str:
    return f"@misc{{k,\n  {name} = {value},\n}}\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_a_file_is_tidied(case: dict[str, Any]) -> None:
    options = _options(case.get("options", {}))
    result = _tidy(case["text"], options)
    assert result == case.get("result", case["text"])
    assert _tidy(result, options) == result


@pytest.mark.parametrize(
    ("macro", "written"), [(macro, way) for macro, ways in _MONTHS.items() for way in ways]
)
def test_a_month_becomes_its_macro(macro: str, written: str) -> None:
    assert _tidy(_field("month", f"{{{written}}}")) == _field("month", macro)
    assert _tidy(_field("month", f'" {written} "')) == _field("month", macro)


@pytest.mark.parametrize(
    "value", ["{13}", "{0}", "{1 May}", "{May--June}", "{mai}", "{}", "{{May}}", "m", "{May} # m"]
)
def test_what_is_no_month_stays(value: str) -> None:
    assert _tidy(_field("month", value)) == _field("month", value)


def test_a_month_in_another_field_stays() -> None:
    assert _tidy(_field("title", "{May}")) == _field("title", "{May}")


def test_the_table_has_each_field_once() -> None:
    names = standard_order()
    assert len(names) == len(set(names)) > 50
    assert all(name == name.lower() for name in names)


def test_a_transform_that_there_is_not_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"'month'.*months"):
        _tidy("", TidyOptions(left_out=frozenset({"month"})))


def test_an_empty_key_to_sort_by_is_refused() -> None:
    for keys in (("",), ("year", "-")):
        with pytest.raises(ConfigError, match="empty"):
            _tidy("@misc{k}", TidyOptions(sort=keys))


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k,a={" + "{" * 40_000 + "}" * 40_000 + "}}",
        "@misc{k,pages={" + "1-2," * 20_000 + "}}",
        "@misc{k,pages={" + "1-" * 40_000 + "}}",
        "@misc{k,month={" + " " * 80_000 + "}}",
        "@misc{k,doi={" + " " * 80_000 + "x}}",
        "@misc{k,a={" + "b\n" * 40_000 + "}}",
        "@misc{k,a={" + " \n\t" * 40_000 + "}}",
        "@misc{k,a=" + '"b" # ' * 20_000 + "c}",
        "@misc{k," + "a={b},\n" * 10_000 + "}",
        "@misc{k,\n" + "% c\n" * 20_000 + "}",
        "@misc{k,a=b}\n" * 5_000,
        "@misc{k,a={b}\n" * 5_000,
        "}{\n\n" * 20_000,
    ],
    ids=range(13),
)
def test_hostile_files_take_no_longer_than_others(text: str) -> None:
    start = time.perf_counter()
    once = _tidy(text, TidyOptions(sort=("key",), order=("standard",)))
    assert time.perf_counter() - start < 5
    assert _tidy(once, TidyOptions(sort=("key",), order=("standard",))) == once
