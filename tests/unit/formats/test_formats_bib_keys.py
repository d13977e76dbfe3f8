"""Keys by a pattern, told apart, and renamed in the file."""

import tomllib
from pathlib import Path

import pytest

from citekit.errors import ConfigError
from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_inheritance import resolve_inheritance
from citekit.formats.bib_keys.assigning import KeyPlan, fits_pattern, plan_keys
from citekit.formats.bib_keys.evaluation import evaluate_pattern
from citekit.formats.bib_keys.pattern import parse_pattern
from citekit.formats.bib_keys.renaming import keep_old_keys, rename_keys
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.model.edits import apply_edits

_FILE = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bib" / "key_patterns.toml").read_text("utf-8")
)
_ROWS = [
    pytest.param(_FILE["entries"][case["entry"]], pattern, key, id=f"{case['entry']} {pattern}")
    for case in _FILE["case"]
    for pattern, key in case["keys"].items()
]


def _plan(text: str, pattern: str = "[auth:lower][year]") -> KeyPlan:
    return plan_keys(read_blocks(text, "").entries, parse_pattern(pattern))


def _book(key: str, name: str = "Voss", year: str = "1984", more: str = "") -> str:
    return f"@book{{{key}, author = {{{name}}}, year = {year}{more}}}\n"


@pytest.mark.parametrize(("text", "pattern", "key"), _ROWS)
def test_a_pattern_makes_a_key(text: str, pattern: str, key: str) -> None:
    entry = resolve_inheritance(read_blocks(text, "").entries)[0]
    assert evaluate_pattern(parse_pattern(pattern), entry) == key


@pytest.mark.parametrize(("pattern", "message"), _FILE["wrong"].items())
def test_a_pattern_that_is_none_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_pattern(pattern)
    assert message in str(caught.value)


def test_a_long_pattern_is_refused() -> None:
    with pytest.raises(ConfigError, match="500"):
        parse_pattern("[auth]" * 100)


def test_keys_that_would_be_one_are_told_apart_in_order() -> None:
    plan = _plan(_book("x") + _book("y") + _book("z"))
    assert plan.renames == {"x": "voss1984", "y": "voss1984a", "z": "voss1984b"}


def test_keys_that_fit_stay_and_others_go_around_them() -> None:
    plan = _plan(_book("x") + _book("voss1984") + _book("voss1984b") + _book("y") + _book("z"))
    assert plan.renames == {"x": "voss1984a", "y": "voss1984c", "z": "voss1984d"}


def test_letters_behind_a_word_are_a_suffix_only_where_works_share_it() -> None:
    assert _plan(_book("vosse"), "[auth:lower]").renames == {"vosse": "voss"}
    assert not _plan(_book("vosse") + _book("voss"), "[auth:lower]").renames
    assert not _plan(_book("voss1984e")).renames


def test_keys_that_differ_in_case_alone_are_told_apart() -> None:
    plan = _plan(_book("x", "Voss") + _book("y", "VOSS"), "[auth][year]")
    assert plan.renames == {"x": "Voss1984", "y": "VOSS1984a"}


def test_aliases_and_keys_that_stay_are_not_given_away() -> None:
    text = _book("x") + "@misc{voss1984, note = {n}}" + _book("y", more=", ids = {voss1984a}")
    plan = _plan(text)
    assert plan.renames == {"x": "voss1984b", "y": "voss1984c"}
    assert plan.unnamed == ("voss1984",)


def test_a_repeated_key_is_renamed_only_if_all_its_entries_agree() -> None:
    assert _plan(_book("x") + _book("x")).renames == {"x": "voss1984"}
    plan = _plan(_book("x") + _book("x", "Lind"))
    assert (dict(plan.renames), plan.ambiguous) == ({}, ("x",))


def test_containers_and_sets_keep_their_keys() -> None:
    plan = _plan("@xdata{d, author = {Voss}}@set{s, entryset = {k}}" + _book("k"))
    assert plan.renames == {"k": "voss1984"}


def test_many_that_share_a_key_run_out_of_letters() -> None:
    plan = _plan("".join(_book(f"k-{number}") for number in range(800)))
    keys = list(plan.renames.values())
    assert len(set(keys)) == 800
    assert keys[26:29] == ["voss1984z", "voss1984aa", "voss1984ab"]
    assert keys[-1].startswith("voss1984-")


def test_a_key_fits_with_or_without_letters() -> None:
    pattern = parse_pattern("[auth:lower][year]")
    entry = read_blocks(_book("k"), "").entries[0]
    assert fits_pattern("voss1984", entry, pattern)
    assert fits_pattern("voss1984c", entry, pattern)
    assert not fits_pattern("voss1985", entry, pattern)
    assert not fits_pattern("Voss1984", entry, pattern)
    assert fits_pattern("any", read_blocks("@misc{any}", "").entries[0], pattern)


_RENAMES = {"a": "A1", "b": "b-2", "d": "D3"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@book{a, title = {a}}", "@book{A1, title = {a}}"),
        ("@book( a ,x=1)", "@book( A1 ,x=1)"),
        ('@book{c, crossref = {a}, XREF = " b "}', '@book{c, crossref = {A1}, XREF = " b-2 "}'),
        ("@book{c, xdata = {a,b , c}}", "@book{c, xdata = {A1,b-2 , c}}"),
        ("@set{s, entryset = {\n a,\n d}}", "@set{s, entryset = {\n A1,\n D3}}"),
        ("@book{c, related = {A}}", "@book{c, related = {A1}}"),
        ("@book{A, related = {A}}", "@book{A, related = {A}}"),
        ("@book{c, note = {xdata=b-note-2 a}}", "@book{c, note = {xdata=b-2-note-2 a}}"),
        ("@book{c, ids = {a}, title = {a}, crossref = a}", ""),
        ("@book{a, t = {o\n@book{c, crossref = {a}}", "@book{a, t = {o\n@book{c, crossref = {A1}}"),
    ],
)  # fmt: skip
def test_a_key_is_renamed_wherever_it_stands(before: str, after: str) -> None:
    edits = rename_keys(parse_bib(before), _RENAMES)
    assert apply_edits(before, edits) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@book{a, x = 1}", "@book{A1, x = 1, ids = {a}}"),
        ("@book{a}", "@book{A1,\n  ids = {a},\n}"),
        ("@book{a, ids = {q}}", "@book{A1, ids = {q, a}}"),
        ("@book{a, ids = {}}", "@book{A1, ids = {a}}"),
        ("@book{a, ids = {q,a}}", "@book{A1, ids = {q,a}}"),
    ],
)
def test_the_old_key_may_stay_as_an_alias(before: str, after: str) -> None:
    source = parse_bib(before)
    edits = (*rename_keys(source, _RENAMES), *keep_old_keys(source, _RENAMES))
    found = apply_edits(before, edits)
    assert read_blocks(found, "").entries == read_blocks(after, "").entries


def test_an_old_key_that_another_entry_gets_is_no_alias() -> None:
    source = parse_bib("@book{a, x = 1}@book{b, x = 1}")
    assert len(keep_old_keys(source, {"a": "b", "b": "c"})) == 1
