"""Programs of ``.bst`` files: what they are given, and where they end that do not end well."""

import tomllib
from pathlib import Path

import pytest

from citekit.bst.classic import classic_entry, to_latex
from citekit.bst.render import Markup, render_bibliography
from citekit.errors import StyleError
from citekit.model.reference import (
    CitationKey,
    DateParts,
    DateRange,
    Name,
    PersonalName,
    Reference,
)
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)

CASES: list[dict[str, str]] = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bst" / "faulty.toml").read_text("utf-8")
)["case"]
HEAD = "ENTRY {author title month}{}{}\nREAD"


def reference(key: str = "z", author: Name | None = None, **variables: str) -> Reference:
    """A thesis, but for what ``variables`` say."""
    texts = {TextVariable(name): value for name, value in variables.items() if name != "type"}
    return Reference(
        CitationKey(key),
        ItemType(variables.get("type", "thesis")),
        texts,
        names={NameVariable.AUTHOR: (author,)} if author else {},
    )


def run(tmp_path: Path, program: str, *references: Reference) -> str:
    path = tmp_path / "own.bst"
    path.write_text(program.replace("HEAD", HEAD), "utf-8")
    return render_bibliography(references, style=str(path), markup=Markup.LATEX).text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_faulty_program_is_told_with_its_line(case: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(StyleError) as raised:
        run(tmp_path, case["bst"], reference(title="T"))
    assert f"own.bst{case['told']}" in str(raised.value) or case["told"] in str(raised.value)
    assert str(raised.value).count("\n") == 1


def test_an_old_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "latin.bst"
    program = f'{HEAD}\nFUNCTION {{f}} {{ "\xe9" write$ newline$ }}\nEXECUTE {{f}}'
    path.write_bytes(program.encode("latin-1"))
    assert render_bibliography([], style=str(path), markup=Markup.LATEX).text == "é\n"


def test_nothing_is_printed_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = 'HEAD\nFUNCTION {f} { "a" top$ "b" stack$ "z" write$ newline$ }\nEXECUTE {f}'
    assert run(tmp_path, program) == "z\n"
    assert capsys.readouterr().out == ""


def test_letters_with_accents_are_sorted_as_their_base_letters(tmp_path: Path) -> None:
    program = (
        'HEAD\nFUNCTION {k} { author purify$ "l" change.case$ \'sort.key$ := }\nITERATE {k}\nSORT\n'
        "FUNCTION {p} { cite$ write$ newline$ }\nITERATE {p}"
    )
    names = {"z": "Zorn", "o": "Öst", "l": "Ława", "m": "Mai", "a": "Ås"}
    references = [reference(key, PersonalName(name, "A")) for key, name in names.items()]
    assert run(tmp_path, program, *references).split() == ["a", "l", "m", "o", "z"]


def test_months_are_in_the_words_of_the_style(tmp_path: Path) -> None:
    program = 'MACRO {feb} {"Feb."}\nHEAD\nFUNCTION {p} { month write$ newline$ }\nITERATE {p}'
    day = DateParts(1999, 2, 8)
    dated = Reference(
        CitationKey("d"), ItemType.BOOK, dates={DateVariable.ISSUED: DateRange(day, day)}
    )
    assert run(tmp_path, program, dated) == "8 Feb.\n"


@pytest.mark.parametrize(
    ("family", "shown"),
    [
        ("Many Parts", "Many Parts, A"),
        ("von Ox", "{von Ox}, A"),
        ("Otto von Ox", "{Otto von Ox}, A"),
        ("Ash and Oak", "{Ash and Oak}, A"),
        ("Ash, Oak", "{Ash, Oak}, A"),
    ],
)
def test_braces_hold_a_family_name_together_only_where_it_would_fall_apart(
    family: str, shown: str
) -> None:
    entry = classic_entry(reference(author=PersonalName(family, "A"), title="T"))
    assert entry.fields["author"] == shown


def test_a_masters_thesis_has_its_school_and_no_word_for_itself() -> None:
    entry = classic_entry(reference(publisher="Mill", genre="Master’s thesis"))
    assert (entry.type, entry.fields["school"]) == ("mastersthesis", "Mill")
    assert "type" not in entry.fields
    assert classic_entry(reference(genre="Habilitation")).fields["type"] == "Habilitation"


def test_a_type_that_csl_lacks_is_that_of_the_entry_read() -> None:
    manual = Reference(
        CitationKey("m"),
        ItemType.BOOK,
        {TextVariable.PUBLISHER: "Org"},
        extra={"entrytype": "manual"},
    )
    entry = classic_entry(manual)
    assert (entry.type, dict(entry.fields)) == ("manual", {"organization": "Org"})


def test_a_part_without_its_book_is_told_by_its_pages() -> None:
    part = Reference(
        CitationKey("p"),
        ItemType.CHAPTER,
        {TextVariable.TITLE: "T", TextVariable.PUBLISHER: "P"},
        {NumberVariable.PAGE: "10-20"},
    )
    entry = classic_entry(part)
    assert (entry.type, entry.fields["publisher"], entry.fields["pages"]) == (
        "inbook",
        "P",
        "10--20",
    )


def test_an_address_is_how_a_work_without_another_was_published() -> None:
    web = reference(type="webpage", URL="http://x.org", note="Seen in May")
    entry = classic_entry(web)
    assert entry.fields["howpublished"] == r"\url{http://x.org}"
    assert entry.fields["note"] == "Seen in May"


def test_deep_markup_stays_within_the_depth_of_the_interpreter(tmp_path: Path) -> None:
    deep = to_latex("<i>" * 500 + "x" + "</i>" * 500)
    assert deep.count("{") == deep.count("}") == 20
    program = "HEAD\nFUNCTION {p} { title purify$ write$ newline$ }\nITERATE {p}"
    assert run(tmp_path, program, reference(title="<i>" * 500 + "x")).endswith("x\n")
