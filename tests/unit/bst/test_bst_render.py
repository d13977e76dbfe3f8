"""Bibliographies in BibTeX's styles, as a reader sees them."""

import re
import tomllib
from pathlib import Path

import pytest

from citekit.bst.date_words import date_in_words
from citekit.bst.people import names_in_full
from citekit.bst.render import STYLES, Markup, render_bibliography
from citekit.bst.rich import from_csl, sentence
from citekit.errors import StyleError
from citekit.fields.edtf import parse_edtf
from citekit.model.reference import CitationKey, Date, Literal, Name, PersonalName, Reference
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bst" / "entries.toml").read_text("utf-8")
)
STYLE = Path(__file__).parents[2] / "cases" / "bst" / "small.bst"
_DOUBLED = re.compile(r"[?!.,;:][.,;]\s|[.,;:]{2}|\?\.|,\s*,|\s[.,;:]|\(\)|  ")


def _reference(row: dict[str, str], key: str = "k") -> Reference:
    """A reference of a row: variables by name, names as ``Family, Given`` parted by ``;``."""
    texts, numbers = {}, {}
    dates: dict[DateVariable, Date] = {}
    names: dict[NameVariable, tuple[Name, ...]] = {}
    for name, value in row.items():
        if name in {variable.value for variable in TextVariable}:
            texts[TextVariable(name)] = value
        elif name in {variable.value for variable in NumberVariable}:
            numbers[NumberVariable(name)] = value
        elif name in {variable.value for variable in DateVariable}:
            dates[DateVariable(name)] = parse_edtf(value) or Literal(value)
        elif name in {variable.value for variable in NameVariable}:
            names[NameVariable(name)] = tuple(map(_name, value.split("; ")))
    return Reference(CitationKey(key), ItemType(row["type"]), texts, numbers, dates, names)


def _name(text: str) -> Name:
    family, comma, given = text.partition(", ")
    return PersonalName(family, given) if comma else Literal(text)


def _rendered(reference: Reference, markup: Markup = Markup.TEXT) -> str:
    return render_bibliography([reference], style="unsrt", markup=markup).text


@pytest.mark.parametrize("row", CASES["entries"], ids=lambda row: row["shown"][:40])
def test_an_entry_is_laid_out(row: dict[str, str]) -> None:
    shown = _rendered(_reference(row))
    assert shown == f"[1] {row['shown']}\n"
    assert not _DOUBLED.search(re.sub(r"https?://\S+|et al\.,", "X", shown))


@pytest.mark.parametrize("item_type", ItemType)
def test_every_type_shows_title_container_date_and_address(item_type: ItemType) -> None:
    row = {
        "type": item_type.value,
        "title": "The Title",
        "container-title": "The Container",
        "issued": "2005-22",
        "URL": "http://example.org/x",
        "accessed": "2006-09-05",
        "author": "Eel, Carla",
    }
    shown = _rendered(_reference(row))
    for value in ("Carla Eel", "The Title", "The Container", "Summer 2005"):
        assert value in shown
    assert "http://example.org/x (visited on 5 September 2006)" in shown


@pytest.mark.parametrize("row", CASES["dates"], ids=lambda row: row["edtf"])
def test_dates_are_put_in_words(row: dict[str, str]) -> None:
    date = parse_edtf(row["edtf"])
    assert date is not None
    assert date_in_words(date) == row["shown"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("why?", "Why?"),
        ("who is “who?”", "Who is “who?”"),
        ("an end.", "An end."),
        ("an <i>end</i>", "An end."),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text: str, shown: str) -> None:
    assert str(sentence(from_csl(text))) == shown


def test_names_are_spoken() -> None:
    berg = PersonalName("Berg", "Jan", non_dropping_particle="van den", suffix="Jr.")
    kim = PersonalName("김", "영수")
    assert names_in_full([berg]) == "Jan van den Berg, Jr."
    assert names_in_full([kim, Literal("WHO")]) == "김영수 and WHO"
    assert names_in_full([kim, kim, kim]) == "김영수, 김영수, and 김영수"
    assert names_in_full([kim, Literal("others")]) == "김영수 et al."


def _library() -> list[Reference]:
    return [
        _reference({"type": "book", "title": "Zebras", "author": "Zorn, A", "issued": "1999"}, "z"),
        _reference({"type": "book", "title": "B", "author": "Ärm, A", "issued": "2001"}, "a2"),
        _reference({"type": "book", "title": "A", "author": "Ärm, A", "issued": "2001"}, "a1"),
        _reference({"type": "webpage", "title": "The middle"}, "mid"),
    ]


@pytest.mark.parametrize(
    ("style", "order"),
    [
        ("plain", ["1 A", "2 B", "3 The middle", "4 Zebras"]),
        ("unsrt", ["1 Zebras", "2 B", "3 A", "4 The middle"]),
        ("alpha", ["Arm01a A", "Arm01b B", "mid The middle", "Zor99 Zebras"]),
        ("unsrtalpha", ["Zor99 Zebras", "Arm01a B", "Arm01b A", "mid The middle"]),
    ],
)
def test_order_and_labels_are_those_of_the_style(style: str, order: list[str]) -> None:
    text = render_bibliography(_library(), style=style, markup=Markup.TEXT).text
    found = re.findall(
        r"^\[(\w+)\].*?(Zebras|The middle|\bB\b|\bA\b(?=\. 2001))", text, re.MULTILINE
    )
    assert [" ".join(pair) for pair in found] == order


MARKED_UP = {
    "type": "article-journal",
    "title": "R&D <i>in</i> [x] * <b>b</b>",
    "container-title": "A_B",
    "URL": "http://x.org/a_(b)?c=1&d=%20",
    "issued": "2005",
}


@pytest.mark.parametrize("markup", Markup)
def test_each_markup_is_escaped_in_its_way(markup: Markup) -> None:
    expected = CASES["markup"][markup.value]
    assert _rendered(_reference(MARKED_UP), markup) == expected


def test_html_has_ids_and_labels() -> None:
    text = render_bibliography(_library(), style="alpha", markup=Markup.HTML).text
    assert '<dt id="ref-a1">[Arm01a]</dt>' in text


def test_an_empty_reference_shows_its_key() -> None:
    assert _rendered(Reference(CitationKey("k"))) == "[1] [k]\n"
    assert render_bibliography([], style="plain", markup=Markup.HTML).text == ""


def test_an_unknown_style_brings_the_near_ones() -> None:
    with pytest.raises(StyleError, match="plain"):
        render_bibliography([], style="plane", markup=Markup.TEXT)


def test_a_missing_style_file_is_an_error() -> None:
    with pytest.raises(StyleError, match=r"none\.bst"):
        render_bibliography([], style="none.bst", markup=Markup.TEXT)


def test_a_broken_style_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.bst"
    path.write_text("ENTRY {} {} {}\nREAD\nFUNCTION {f} { pop$ }\nEXECUTE {f}\n", "utf-8")
    with pytest.raises(StyleError, match="broken"):
        render_bibliography(_library(), style=str(path), markup=Markup.LATEX)


def test_a_style_file_is_run() -> None:
    latex = render_bibliography(_library()[:1], style=str(STYLE), markup=Markup.LATEX)
    assert latex.text == (
        "\\begin{thebibliography}{9}\n"
        "\\bibitem{z} Zorn, A. {\\em Zebras} (1999)\n"
        "\\end{thebibliography}\n"
    )
    assert [d.message for d in latex.diagnostics] == ["small style"]
    shown = render_bibliography(_library()[:1], style=str(STYLE), markup=Markup.MARKDOWN)
    assert shown.text == "1. Zorn, A. *Zebras* (1999)\n"


def test_style_names_are_unique_and_described() -> None:
    assert len({style.name for style in STYLES}) == len(STYLES)
    assert all(style.title for style in STYLES)


@pytest.mark.parametrize(
    ("names", "label"),
    [
        ([Literal("WHO")], "WHO01"),
        ([Literal("United Nations")], "Uni01"),
        ([PersonalName("Berg", "Jan", non_dropping_particle="van der")], "vdB01"),
        ([PersonalName("Foster-Carter", "Dan")], "FC01"),
        ([PersonalName("O'Neil", "Jan")], "ONe01"),
        ([PersonalName("Öst", "Dag")], "Ost01"),
        ([PersonalName("Østby", "Dag")], "Ost01"),
        ([PersonalName("McX", "Jo"), Literal("others")], "M+01"),
        ([PersonalName("Ash", "B"), PersonalName("Cole", "D"), Literal("others")], "AC+01"),
        ([PersonalName("de la Cruz", "J"), PersonalName("Neumann", "K")], "dlCN01"),
    ],
)
def test_labels_are_made_as_alpha_makes_them(names: list[Name], label: str) -> None:
    reference = Reference(
        CitationKey("k"),
        ItemType.BOOK,
        {TextVariable.TITLE: "T"},
        dates={DateVariable.ISSUED: parse_edtf("2001") or Literal("2001")},
        names={NameVariable.AUTHOR: tuple(names)},
    )
    text = render_bibliography([reference], style="alpha", markup=Markup.TEXT).text
    assert text.startswith(f"[{label}] ")


def test_names_before_et_al_are_parted_as_plain_parts_them() -> None:
    ash, cole = PersonalName("Ash", "B."), PersonalName("Cole", "D.")
    assert names_in_full([ash, Literal("others")]) == "B. Ash et al."
    assert names_in_full([ash, cole, Literal("others")]) == "B. Ash, D. Cole, et al."


def test_latex_escapes_every_special_character() -> None:
    title = r"a^b~c\d{e}f#g%h_i&j$k"
    reference = Reference(CitationKey("k"), ItemType.ARTICLE, {TextVariable.TITLE: title})
    shown = _rendered(reference, Markup.LATEX)
    escaped = (
        r"A\textasciicircum{}b\textasciitilde{}c\textbackslash{}d\textbraceleft{}e"
        r"\textbraceright{}f\#g\%h\_i\&j\$k"
    )
    assert escaped in shown
