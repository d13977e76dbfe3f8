"""Style files: their faults, and their content as nodes."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.csl.nodes import (
    Choose,
    Condition,
    Date,
    Element,
    Group,
    Label,
    Names,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
)
from citekit.csl.reading import StyleFault, check_style, read_info, read_locale, read_style
from citekit.csl.style_nodes import Style
from citekit.errors import StyleError

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "faulty_styles.toml").read_text("utf-8")
)["case"]

STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" {attributes}>
  <citation>
    <layout delimiter="; ">
      {layout}
    </layout>
  </citation>
{more}
</style>
"""
CSL = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'


def style_file(layout: str = "", *, more: str = "", attributes: str = "") -> bytes:
    return STYLE.format(layout=layout, more=more, attributes=attributes).encode()


def file_of(case: dict[str, Any]) -> bytes:
    if "style" in case:
        return str(case["style"]).encode()
    return style_file(
        case["layout"], more=case.get("more", ""), attributes=case.get("attributes", "")
    )


def read(layout: str, **parts: str) -> Style:
    return read_style(style_file(layout, **parts), "test.csl")


def only(layout: str) -> Element:
    (element,) = read(layout).citation.layout.children
    return element


def assert_are(found: list[StyleFault], expected: list[tuple[int, str, str]]) -> None:
    assert [fault.line for fault in found] == [line for line, _, _ in expected], found
    for fault, (_, message, remedy) in zip(found, expected, strict=True):
        assert message in fault.message
        assert remedy in fault.remedy


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_faults_are_found_with_line_and_remedy(case: dict[str, Any]) -> None:
    found = check_style(file_of(case), "test.csl")
    assert_are([fault for fault in found if fault.is_error], case["faults"])
    assert_are([fault for fault in found if not fault.is_error], case.get("warnings", []))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_only_errors_keep_a_style_from_being_read(case: dict[str, Any]) -> None:
    if not case["faults"]:
        assert read_style(file_of(case), "test.csl").citation.layout.children
        return
    with pytest.raises(StyleError) as raised:
        read_style(file_of(case), "test.csl")
    for line, message, _ in case["faults"]:
        place = f"test.csl:{line}: " if line else "test.csl: "
        assert any(
            told.startswith(place) and message in told for told in str(raised.value).splitlines()
        )


def test_blanks_of_printed_text_are_kept() -> None:
    element = only('<text value=" a " prefix=" " suffix="  "/>')
    assert isinstance(element, TextValue)
    assert (element.value, element.look.prefix, element.look.suffix) == (" a ", " ", "  ")


def test_a_look_has_all_that_shows() -> None:
    element = only(
        '<text variable="title" form="short" font-style="italic" font-weight="bold" quotes="true"'
        ' text-case="title" strip-periods="true" display="block" vertical-align="sup"/>'
    )
    assert isinstance(element, TextVariable)
    look = element.look
    assert (element.variable, element.form, element.line) == ("title", "short", 4)
    assert (look.text_case, look.strip_periods) == ("title", True)
    assert (look.format.font_style, look.format.font_weight) == ("italic", "bold")
    assert (look.format.quotes, look.format.display) == (True, "block")
    assert look.format.vertical_align == "sup"


def test_names_have_their_parts() -> None:
    element = only(
        '<names variable="author editor" delimiter=" / "><label form="short" suffix=" "/>'
        '<name and="text" delimiter=", " et-al-min="3" font-style="italic">'
        '<name-part name="family" text-case="uppercase"/></name><et-al term="and others"/>'
        '<substitute><names variable="editor"/><text variable="title"/></substitute></names>'
    )
    assert isinstance(element, Names)
    assert element.variables == ("author", "editor")
    assert element.delimiter == " / "
    assert element.label is not None
    assert element.label.look.suffix == " "
    assert element.label_first
    assert element.name is not None
    assert element.name.options == {"and": "text", "delimiter": ", ", "et-al-min": "3"}
    assert element.name.look.format.font_style == "italic"
    assert [part.look.text_case for part in element.name.parts] == ["uppercase"]
    assert element.et_al is not None
    assert element.et_al.term == "and others"
    first, second = element.substitute
    assert isinstance(first, Names)
    assert (first.variables, first.name, first.delimiter) == (("editor",), None, None)
    assert isinstance(second, TextVariable)


def test_a_label_after_the_name_is_not_first() -> None:
    element = only('<names variable="author"><name/><label/></names>')
    assert isinstance(element, Names)
    assert not element.label_first


def test_groups_and_choices_hold_their_children_in_order() -> None:
    element = only(
        '<group delimiter=", "><choose><if type="book chapter" variable="DOI" match="any">'
        '<label variable="page"/></if><else-if is-numeric="volume"/><else><text term="in"/></else>'
        "</choose></group>"
    )
    assert isinstance(element, Group)
    (choose,) = element.children
    assert isinstance(choose, Choose)
    first, second, last = choose.branches
    assert set(first.conditions) == {
        Condition("type", "book"),
        Condition("type", "chapter"),
        Condition("variable", "DOI"),
    }
    assert (first.match, second.match) == ("any", "all")
    assert isinstance(first.children[0], Label)
    assert (second.conditions, second.children) == ((Condition("is-numeric", "volume"),), ())
    assert last.conditions == ()
    assert isinstance(last.children[0], TextTerm)


def test_a_date_has_its_parts() -> None:
    element = only(
        '<date variable="issued" form="text" date-parts="year-month">'
        '<date-part name="month" form="short" strip-periods="true" range-delimiter="/"/></date>'
    )
    assert isinstance(element, Date)
    assert (element.form, element.date_parts) == ("text", "year-month")
    (part,) = element.parts
    assert (part.name, part.form, part.range_delimiter) == ("month", "short", "/")
    assert part.look.strip_periods


def test_the_names_of_csl_1_0_become_those_of_today() -> None:
    term = only('<text term="sub verbo"/>')
    assert isinstance(term, TextTerm)
    assert term.term == "sub-verbo"
    choose = only('<choose><if locator="sub verbo"><text value="x"/></if></choose>')
    assert isinstance(choose, Choose)
    assert choose.branches[0].conditions == (Condition("locator", "sub-verbo"),)


def test_sections_have_options_and_sort_keys() -> None:
    style = read(
        '<text macro="m"/>',
        attributes='et-al-min="4 " default-locale="de"',
        more='<macro name="m"><text value="x"/></macro><bibliography hanging-indent="true">'
        '<sort><key macro="m" names-min="1"/><key variable="issued" sort="descending"/></sort>'
        '<layout suffix="."><text macro="m"/></layout></bibliography>',
    )
    assert style.options["et-al-min"] == "4"
    assert style.options["default-locale"] == "de"
    assert style.citation.layout.delimiter == "; "
    assert isinstance(style.citation.layout.children[0], TextMacro)
    section = style.bibliography
    assert section is not None
    assert section.options == {"hanging-indent": "true"}
    assert section.layout.look.suffix == "."
    first, second = section.sort
    assert (first.macro, first.options, first.is_descending) == ("m", {"names-min": "1"}, False)
    assert (second.variable, second.is_descending) == ("issued", True)


def test_terms_keep_blanks_but_not_the_indents_of_the_file() -> None:
    locale = read_locale(
        f'<locale {CSL} xml:lang="xx"><terms><term name="ad"> AD</term><term name="in">\n'
        '   in  the\n   book </term><term name="page" form="short" gender="feminine">'
        "<single>p.</single><multiple>pp.</multiple></term></terms>"
        '<style-options punctuation-in-quote="true"/>'
        '<date form="text"><date-part name="year"/></date></locale>'.encode(),
        "locale.xml",
    )
    assert locale.lang == "xx"
    assert locale.terms["ad", "long", ""].single == " AD"
    assert locale.terms["in", "long", ""].single == "in the book"
    page = locale.terms["page", "short", ""]
    assert (page.single, page.multiple, page.gender) == ("p.", "pp.", "feminine")
    assert locale.options == {"punctuation-in-quote": "true"}
    assert [part.name for part in locale.dates["text"].parts] == ["year"]


def test_a_faulty_locale_file_is_told() -> None:
    with pytest.raises(StyleError, match=r"x\.xml:1: cs:term has no name"):
        read_locale(f"<locale {CSL}><terms><term>a</term></terms></locale>".encode(), "x.xml")
    with pytest.raises(StyleError, match="not cs:locale"):
        read_locale(style_file('<text value="x"/>'), "x.xml")


DEPENDENT = f"""<style {CSL} default-locale="fr-FR"><info><title>Child</title><id>child</id>
<link href="http://example.org/parent" rel="independent-parent"/></info></style>""".encode()


def test_a_dependent_style_is_its_parent_with_its_own_info() -> None:
    parent = style_file(
        '<text variable="title"/>',
        attributes='default-locale="de-DE" page-range-format="minimal"',
        more='<info><title>Parent</title><category citation-format="note"/></info>',
    )
    style = read_style(
        DEPENDENT, "child.csl", find_parent={"http://example.org/parent": parent}.__getitem__
    )
    assert style.options["default-locale"] == "fr-FR"
    assert style.options["page-range-format"] == "minimal"
    assert (style.info.title, style.info.citation_format) == ("Child", "note")
    assert style.info.parent == "http://example.org/parent"
    assert style.citation.layout.children


def test_a_dependent_style_needs_an_independent_parent() -> None:
    with pytest.raises(StyleError, match=r"alias of http://example\.org/parent"):
        read_style(DEPENDENT, "child.csl")
    with pytest.raises(StyleError, match="alias of"):
        read_style(DEPENDENT, "child.csl", find_parent=lambda _: DEPENDENT)
    assert read_info(DEPENDENT, "child.csl").title == "Child"


def test_what_nests_too_deep_is_refused() -> None:
    deep = "<group>" * 120 + '<text value="x"/>' + "</group>" * 120
    with pytest.raises(StyleError, match="100 deep"):
        read(deep)
    macros = "".join(
        f'<macro name="m{n}"><group><text macro="m{n + 1}"/></group></macro>' for n in range(200)
    )
    with pytest.raises(StyleError, match="elements deep"):
        read('<text macro="m0"/>', more=f'{macros}<macro name="m200"><text value="x"/></macro>')


def test_macros_that_multiply_are_refused() -> None:
    macros = "".join(
        f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>'
        for n in range(30)
    )
    with pytest.raises(StyleError, match="renders up to"):
        read('<text macro="m0"/>', more=f'{macros}<macro name="m30"><text value="x"/></macro>')


def test_entities_that_multiply_are_refused() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    data = f'<!DOCTYPE style [<!ENTITY e0 "x">{entities}]><style {CSL} class="&e9;"/>'
    with pytest.raises(StyleError):
        read_style(data.encode(), "test.csl")
