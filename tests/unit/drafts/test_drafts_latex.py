"""Citations and lists of LaTeX drafts."""

import pytest

from citekit.drafts.draft import Draft, DraftCitation, DraftNote, Form
from citekit.drafts.latex import read_latex
from citekit.drafts.latex_commands import command_named
from citekit.drafts.locators import english_terms
from citekit.text.data import load_mapping

COMMANDS = {
    **load_mapping("citekit.drafts", "latex", "forms"),
    **load_mapping("citekit.drafts", "latex", "multi"),
}


def read(source: str) -> Draft:
    return read_latex(source, "draft.tex", lambda _: english_terms())


def only(source: str) -> DraftCitation:
    (found,) = read(source).flow
    assert isinstance(found, DraftCitation)
    return found


@pytest.mark.parametrize(("name", "form"), COMMANDS.items())
def test_every_command_cites_in_its_form(name: str, form: str) -> None:
    citation = only(f"x \\{name}[see][3]{{a}}.")
    bare_form = form.removeprefix("bracketed").removeprefix("-").removeprefix("bare")
    assert citation.form == (bare_form or "normal")
    assert citation.in_brackets is form.startswith("bracketed")
    assert citation.is_bare is (form == "bare")
    (cite,) = citation.cites
    assert (cite.key, cite.prefix, cite.locator, cite.label) == ("a", "see ", "3", "page")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\cite{a,b , c}", "a|b|c"),
        (r"\cite [3] {a}", "a<3>"),
        (r"\cite[see][]{a}", "see a"),
        ("\\cite%\n  [3]{a}", "a<3>"),
        (r"\cite[{[x]}]{a}", "a, [x]"),
        (r"\cite[vi--x]{a}", "a<vi–x>"),
        (r"\cite[chap.~3]{a}", "a<3>"),
        (r"\cite[\S~3]{a}", "a<3>"),
        (r"\cite[\S\,3]{a}", "a<3>"),
        (r"\cite[\P 3]{a}", "a<3>"),
        ("\\cite{a%\n  ,b,% or c\n  d}", "a|b|d"),
        (r"\cites{a}[3]{b}", "a|b<3>"),
        (r"\cites(x)(y){a}{b}", "x a|b, y"),
    ],
)
def test_arguments_are_those_of_biblatex(source: str, expected: str) -> None:
    shown = [
        f"{cite.prefix}{cite.key}{f'<{cite.locator}>' if cite.locator else ''}{cite.suffix}"
        for cite in only(source).cites
    ]
    assert "|".join(shown) == expected


@pytest.mark.parametrize(
    "source",
    [
        r"\cite{#1}",
        r"\cite",
        r"\cite{a",
        r"\citefoo{a}",
        r"\\cite{a}",
        r"% \cite{a}",
        r"\verb|\cite{a}|",
        r"\verb*+\cite{a}+",
        r"\lstinline[x]!\cite{a}!",
        r"\url{http://x.org/\cite{a}}",
        "\\begin{lstlisting}\n\\cite{a}\n\\end{lstlisting}",
    ],
)
def test_these_cite_nothing(source: str) -> None:
    assert read(source).flow == ()


def test_a_star_hides_the_author_in_biblatex_alone() -> None:
    assert only(r"\parencite*{a}").cites[0].suppress_author
    assert not only(r"\citet*{a}").cites[0].suppress_author
    assert command_named("nonsense*") is None


def test_citations_in_notes_belong_to_them() -> None:
    flow = read(r"\cite{a}\footnote{See \emph{\cite{b}} and \cite{c}.} \cite{d}").flow
    kinds = [type(one) for one in flow]
    assert kinds == [DraftCitation, DraftNote, DraftCitation]
    assert isinstance(flow[1], DraftNote)
    assert [one.cites[0].key for one in flow[1].citations] == ["b", "c"]


def test_files_and_language_are_read_in_the_preamble() -> None:
    draft = read(
        "\\usepackage[ngerman]{babel}\n\\addbibresource{a.bib}\n%\\addbibresource{b.bib}\n"
        "\\begin{document}\\bibliography{c,d}\\nocite{x, y}\\end{document}"
    )
    assert draft.metadata.bibliographies == {"": ("a.bib", "c.bib", "d.bib")}
    assert (draft.metadata.language, draft.listed) == ("de-DE", ("x", "y"))


def test_a_list_has_the_title_and_the_filters_of_its_command() -> None:
    source = (
        "\\documentclass{book}\n\\begin{document}\n"
        "\\printbibliography[heading=none,nottype=book,keyword={old}]\n\\bibliography{a}\n"
    )
    first, second = read(source).places
    assert (first.title, first.filters) == ("", {"not-type": "book", "keyword": "old"})
    assert (second.title, second.level) == ("Bibliography", 0)
    assert source[second.span.start : second.span.end] == r"\bibliography{a}"


def test_forms_are_those_of_drafts() -> None:
    assert set(COMMANDS.values()) - {"bare", "bracketed", "bracketed-year"} <= {
        form.value for form in Form
    }


def test_a_command_that_is_not_read_is_reported_once() -> None:
    source = (
        "\n\\volcite{2}[3]{a} \\volcite{2}{b} \\citetext{see \\citep{c}} \\nocite{d}"
        " \\citestyle{x} \\mycite"
    )
    (found,) = read(source).diagnostics
    assert (found.code, found.line, found.column) == ("unread-command", 2, 1)
    assert "volcite" in found.message
