"""Taking ``.bib`` files apart, case by case, and the places of what is in them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.formats.bib_syntax.fault_findings import fault_findings
from citekit.formats.bib_syntax.nodes import (
    Block,
    CommentNode,
    EntryNode,
    FaultKind,
    OperandKind,
    PreambleNode,
    StringNode,
)
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource, Place
from citekit.formats.bib_syntax.values import operands_of

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bib" / "syntax.toml").read_text("utf-8")
)["case"]


def _lines(source: BibSource, block: Block) -> Iterator[str]:
    match block:
        case EntryNode():
            yield f"{'broken ' * block.is_broken}entry {block.type} {block.key}"
        case StringNode():
            yield f"{'broken ' * block.is_broken}string"
        case PreambleNode():
            yield f"preamble {source.text[block.value_start : block.value_end]}"
        case CommentNode():
            yield f"comment {source.text[block.body_start : block.body_end]}"
        case _:
            yield f"{type(block).__name__} {source.text[block.start : block.end]}"
    if isinstance(block, EntryNode | StringNode):
        for field in block.fields:
            yield f"  {field.name} = {source.text[field.value_start : field.value_end]}"
        for comment in block.comments:
            yield f"  {source.text[comment.start : comment.end]}"


def described(source: BibSource) -> list[str]:
    """The blocks of a file as the cases have them."""
    return [line for block in source.blocks for line in _lines(source, block)]


def _faults(source: BibSource) -> list[str]:
    places = [(fault.kind, source.place(fault.start)) for fault in source.faults]
    return [f"{kind}@{place.line}:{place.column}" for kind, place in places]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_files_are_taken_apart(case: dict[str, object]) -> None:
    source = parse_bib(str(case["text"]))
    assert described(source) == case["blocks"]
    assert _faults(source) == case.get("faults", [])
    assert source.write() == case["text"]


def test_every_kind_of_fault_has_a_case() -> None:
    found = {fault.partition("@")[0] for case in _CASES for fault in case.get("faults", [])}
    assert found == {kind.value for kind in FaultKind}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_every_fault_is_reported_with_place_and_remedy(case: dict[str, object]) -> None:
    source = parse_bib(str(case["text"]))
    for fault, found in zip(source.faults, fault_findings(source, "x.bib"), strict=True):
        assert found.hint.endswith((".", "?"))
        assert source.place(fault.start) == Place(found.line, found.column)
        assert found.span is not None
        assert "{" + "subject" not in found.message + found.hint


def test_a_fault_is_worded_for_its_place() -> None:
    source = parse_bib("@book{k,\n  title = {A}\n  year = two words\n}")
    assert [
        (found.code, found.line, found.column, found.message, found.hint)
        for found in fault_findings(source, "x.bib")
    ] == [
        ("FMT207", 2, 14, "there is no comma after 'title'", "Write ',' here."),
        ("FMT207", 3, 10, "the value of 'year' has no delimiters", "Write '{two words}'."),
    ]


def test_of_very_many_faults_the_first_are_reported() -> None:
    source = parse_bib("@book{,}\n" * 2000)
    found = list(fault_findings(source, "x.bib"))
    assert len(found) == 1001
    assert found[-1].message == "1,000 more faults of syntax are not listed"


def test_every_token_has_its_place() -> None:
    text = "@book{key,\n  title = {T} # t,\n}"
    entry = next(parse_bib(text).entries())
    field = entry.fields[0]
    spans = [entry.type_span, entry.key_span, field.name_span, field.value_span]
    assert [text[span.start : span.end] for span in spans] == ["book", "key", "title", "{T} # t"]
    places = [entry.start, entry.opening, entry.key_comma, field.equals, field.comma, entry.closing]
    assert [text[place] for place in places] == ["@", "{", ",", "=", ",", "}"]


@pytest.mark.parametrize(
    ("value", "operands"),
    [
        ("{a}", ["braced a"]),
        ('"a {"} b"', ['quoted a {"} b']),
        ("12", ["number 12"]),
        ("jan", ["name jan"]),
        ('"10~" # jul#{x}', ["quoted 10~", "name jul", "braced x"]),
        ('{a # b} # "c # d"', ["braced a # b", "quoted c # d"]),
        ("{a} % # {c}\n # {b}", ["braced a", "braced b"]),
        ("{a \\} b} # c", ["braced a \\} b", "name c"]),
        ("two words", ["name two words"]),
        ("٣", ["name ٣"]),
        ("", []),
    ],
)
def test_values_are_taken_apart(value: str, operands: list[str]) -> None:
    text = f"@book{{k, a = {value}, b = {{c}}}}"
    start = text.index(value, 8) if value else 13
    found = operands_of(text, start, start + len(value))
    contents = [(part.kind, text[part.content.start : part.content.end]) for part in found]
    assert [f"{kind} {content}" for kind, content in contents] == operands


def test_an_open_operand_is_marked() -> None:
    for value in ("{a", '"a', '"a}"'):
        (operand,) = operands_of(value, 0, len(value))
        assert not operand.is_closed
        assert operand.content.end == len(value)
        assert operand.kind in {OperandKind.BRACED, OperandKind.QUOTED}


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, Place(1, 1)), (1, Place(1, 2)), (3, Place(2, 1)), (4, Place(3, 1)), (6, Place(4, 1))],
)
def test_every_kind_of_line_end_counts(offset: int, place: Place) -> None:
    assert parse_bib("a\r\n\rb\nc").place(offset) == place
