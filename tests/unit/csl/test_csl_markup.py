"""Runs of text in every markup."""

import html
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.markup import (
    WRITERS,
    BibliographyLayout,
    with_links,
    write_bibliography,
    write_runs,
)
from citekit.csl.typography.runs import Mark, Run

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "markup.toml").read_text("utf-8")
)["case"]
_LINK = Mark((("link", "https://example.org/a?b=1&c=2#d"),))


def _runs(rows: list[dict[str, object]]) -> list[Run]:
    marks: dict[str, Mark] = {}
    runs = []
    for row in rows:
        names = row["marks"]
        assert isinstance(names, list)
        for name in names:
            prop, _, value = str(name).partition(" ")
            marks.setdefault(str(name), Mark(((prop, value),)))
        runs.append(Run(str(row["text"]), tuple(marks[name] for name in names)))
    return runs


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_runs(case: Mapping[str, object], name: str) -> None:
    rows = case["runs"]
    assert isinstance(rows, list)
    assert write_runs(_runs(rows), WRITERS[name]) == case[name]


def test_equal_marks_of_two_nodes_are_not_joined() -> None:
    italic = (("font-style", "italic"),)
    runs = [Run("a", (Mark(italic),)), Run("b", (Mark(italic),))]
    assert write_runs(runs, WRITERS["html"]) == "<i>a</i><i>b</i>"
    assert write_runs(runs, WRITERS["markdown"]) == "*a*<!-- -->*b*"


def test_changes_of_one_mark_open_in_their_order() -> None:
    mark = Mark((("font-weight", "bold"), ("font-style", "italic")))
    assert write_runs([Run("a", (mark,))], WRITERS["html"]) == "<b><i>a</i></b>"


def test_blanks_stand_outside_of_emphasis() -> None:
    mark = Mark((("font-style", "italic"),))
    assert write_runs([Run("x"), Run(" a ", (mark,)), Run("y")], WRITERS["markdown"]) == "x *a* y"
    assert write_runs([Run("x"), Run(" ", (mark,)), Run("y")], WRITERS["markdown"]) == "x y"


def test_literal_runs_are_written_as_they_are() -> None:
    assert write_runs([Run("<br>", is_literal=True), Run("<")], WRITERS["html"]) == "<br>&#60;"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("text", "Trees <https://example.org/a?b=1&c=2#d>"),
        ("html", '<a href="https://example.org/a?b=1&#38;c=2#d">Trees</a>'),
        ("markdown", "[Trees](https://example.org/a?b=1&c=2#d)"),
        ("latex", r"\href{https://example.org/a?b=1\&c=2\#d}{Trees}"),
        (
            "rtf",
            r'{\field{\*\fldinst HYPERLINK "https://example.org/a?b=1&c=2#d"}{\fldrslt Trees}}',
        ),
        ("typst", '#link("https://example.org/a?b=1&c=2#d")[Trees];'),
        ("asciidoc", "link:++https://example.org/a?b=1&c=2#d++[Trees]"),
        ("rst", "`Trees <https://example.org/a?b=1&c=2#d>`__"),
    ],
)
def test_links_are_written_only_when_asked_for(name: str, written: str) -> None:
    runs = [Run("Trees", (_LINK,))]
    assert write_runs(runs, WRITERS[name]) == "Trees"
    assert write_runs(runs, with_links(WRITERS[name])) == written


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "x", ""])
def test_no_link_to_a_script(name: str, address: str) -> None:
    runs = [Run("Trees", (Mark((("link", address),)),))]
    assert write_runs(runs, with_links(WRITERS[name])) == "Trees"


def test_hostile_address_stays_in_its_attribute() -> None:
    runs = [Run("x", (Mark((("link", 'https://e.org/"><script>)]\\end{x}'),)),))]
    for writer in WRITERS.values():
        written = write_runs(runs, with_links(writer))
        assert "<script>" not in written
        assert "\\end" not in written


def test_html_bibliography() -> None:
    assert write_bibliography(["A", "B"], WRITERS["html"]) == (
        '<div class="csl-bib-body">\n'
        '  <div class="csl-entry">A</div>\n'
        '  <div class="csl-entry">B</div>\n'
        "</div>"
    )


def test_plain_bibliography_aligns_its_labels() -> None:
    layout = BibliographyLayout(second_field_align="flush", entry_spacing=0)
    entries = ["[9]\tA. Roe", "B. Doe\n[10]\tB. Doe"]
    assert write_bibliography(entries, WRITERS["text"], layout) == (
        "[9]  A. Roe\nB. Doe\n[10] B. Doe\n"
    )


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("align", ["", "flush", "margin"])
def test_every_entry_is_in_the_bibliography(name: str, align: str) -> None:
    layout = BibliographyLayout(
        hanging_indent=True, second_field_align=align, line_spacing=2, max_offset=4
    )
    left, right = Mark((("display", "left-margin"),)), Mark((("display", "right-inline"),))
    entries = [
        write_runs([Run("1.", (left,)), Run(title, (right,))], WRITERS[name])
        for title in ("Ash", "Birch")
    ]
    written = write_bibliography(entries, WRITERS[name], layout)
    assert written.index("Ash") < written.index("Birch")


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_gives_nothing(name: str) -> None:
    italic = Mark((("font-style", "italic"),))
    assert write_runs([], WRITERS[name]) == ""
    assert write_runs([Run("", (italic,))], WRITERS[name]) == ""


_TEXTS = st.text(
    alphabet=st.sampled_from(list("ab1 \\`*_{}[]()#+-.!|<>~^$@&:;='\"/?,%\n\té😀\ud800\x00"))
    | st.characters(),
    max_size=30,
)
_MARKS = st.sampled_from(
    [(), *[(Mark((change,)),) for change in WRITERS["html"].marks if change[0] != "display"]]
)
_RUNS = st.lists(st.builds(Run, _TEXTS, _MARKS), max_size=5)


@given(_RUNS)
def test_html_shows_the_text(runs: list[Run]) -> None:
    kept = "".join(run.text for run in runs)
    written = write_runs(runs, WRITERS["html"])
    shown = html.unescape(
        re.sub(r"</?(?:i|em|b|sup|sub|span)(?: style=\"[-a-z:;]+\")?>", "", written)
    )
    plain = str.maketrans(dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127)))
    without_raised = re.compile(r"[ªº²³¹ʰ-ʸˠ-ˤᴬ-ᵡ⁰ⁱ⁴-ⁿ℠™㆒-㆟]|[^\S\n]|\s|[A-Za-z0-9()=+−]")
    expected = kept.translate(plain).encode("utf-8", "ignore").decode()
    assert without_raised.sub("", shown) == without_raised.sub("", expected)
    assert "<script" not in written


@given(_RUNS)
def test_braces_stay_balanced(runs: list[Run]) -> None:
    for name, pair in (("latex", "{}"), ("rtf", "{}"), ("typst", "[]")):
        written = write_runs(runs, WRITERS[name])
        bare = re.sub(r"\\.", "", written, flags=re.DOTALL)
        depth = 0
        for sign in bare:
            depth += (sign == pair[0]) - (sign == pair[1])
            assert depth >= 0
        assert depth == 0


@given(_RUNS)
def test_an_entry_is_one_paragraph(runs: list[Run]) -> None:
    for name in ("text", "markdown", "latex", "typst", "asciidoc", "rst"):
        assert "\n" not in write_runs(runs, WRITERS[name])


@given(_TEXTS)
def test_special_signs_never_stand_bare(text: str) -> None:
    signs = {
        "markdown": "`*[]<>^~{}$@|#",
        "latex": "&%$#_^~<>|",
        "typst": "*_`$#<>@[]~/",
        "asciidoc": "*_`^~+[]{}<>|\\",
        "rst": "*`|<>",
    }
    for name, special in signs.items():
        written = write_runs([Run(text)], WRITERS[name])
        bare = re.sub(
            r"\\[A-Za-z]+\{\}|\\.|&#\d+;|\{[\[\]]\}|~(?=.*\Z)"
            if name == "latex"
            else r"\\.|&#\d+;",
            "",
            written,
        )
        if name == "latex":
            bare = bare.replace("{}", "")
        assert not set(special) & set(bare), name
