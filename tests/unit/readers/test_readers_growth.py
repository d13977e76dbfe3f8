"""Noise is read in linear time: calls are counted, not seconds."""

import tracemalloc
from collections.abc import Callable
from contextlib import suppress

import pytest

from citekit.errors import ReadError
from citekit.model.document import Document
from citekit.readers import html_walking, limits, reading
from citekit.readers.reading import read_bytes

NOISE = (
    ("<", "a.html"), ("<p>", "a.html"), ("<div>", "a.html"), ("</div>", "a.html"),
    ("<div>x</div>", "a.html"), ("<sup>", "a.html"), ('<a b="', "a.html"), ('<a b=">"', "a.html"),
    ("<!--", "a.html"), ("<script>", "a.html"), ("&amp", "a.html"), ("<li>a", "a.html"),
    ('<p><a href="#a">1</a><p id=a>', "a.html"), ("<h1>a", "a.html"),
    ("<table><tr><td>a", "a.html"),
    ("*", "a.md"), ("*a", "a.md"), ("a* ", "a.md"), ("a*b*\n\n", "a.md"), ("_a", "a.md"),
    ("[", "a.md"), ("[a](", "a.md"), ("[a][", "a.md"), ("^[a", "a.md"), ("[^1]", "a.md"),
    ("[^1]: a\n\n", "a.md"), ("<sup>", "a.md"),
    ("<!--", "a.md"), ("<!--\n\n", "a.md"), ("<iframe>\n", "a.md"),
    ("`a``b", "a.md"),
    ("```\n", "a.md"), ("> a\n>\n", "a.md"), ("- a\n", "a.md"), ("a|b\n-|-\n", "a.md"),
    ("http://)", "a.md"), ("\\", "a.md"), ("$^{1", "a.md"), ("\n", "a.md"), ("---\na: b\n", "a.md"),
    ("a", "a.txt"), ("a\n", "a.txt"), ("a\n\n", "a.txt"), ("1. a\n", "a.txt"), ("\f", "a.txt"),
    ("a\f", "a.txt"), ("\r", "a.txt"), ("www.a ", "a.txt"), (" \n", "a.txt"),
    ("[", "a.typ"), ("#emph[", "a.typ"), ("#f(", "a.typ"), ("#footnote[a]", "a.typ"),
    ("*a", "a.typ"), ("_a ", "a.typ"), ("a*[", "a.typ"), ("$", "a.typ"), ("`a", "a.typ"),
    ("/*", "a.typ"), ("@a[", "a.typ"), ("#let x = [", "a.typ"), ("- a\n", "a.typ"),
    ("[", "a.org"), ("[[", "a.org"), ("[fn:: a", "a.org"), ("*a", "a.org"), (" /a* ", "a.org"),
    ("~a~", "a.org"), ("*/_+", "a.org"), ("cite:a,", "a.org"), ("[cite:@a", "a.org"),
    ("#+begin_src\n", "a.org"), (":a:\n", "a.org"), ("* COMMENT a\n", "a.org"), ("|a", "a.org"),
    ("{", "a.tex"), ("}", "a.tex"), ("\\emph{", "a.tex"), ("\\emph{a}", "a.tex"),
    ("\\footnote{a ", "a.tex"), ("\\footnote{a}", "a.tex"), ("\\cite[", "a.tex"),
    ("\\cite{a}", "a.tex"),
    ("$ ", "a.tex"), ("\\(", "a.tex"), ("\\[", "a.tex"), ("\\begin{a}", "a.tex"),
    ("\\begin{quote}\\end{quote}", "a.tex"), ("\\begin{verbatim}", "a.tex"), ("\\iffalse", "a.tex"),
    ("\\newif\\ifa", "a.tex"), ("\\verb|a", "a.tex"), ("\\url{", "a.tex"), ("\\item", "a.tex"),
    ("\\input{a}", "a.tex"), ("\\def\\a{\\a}", "a.tex"), ("\\title{a}", "a.tex"),
    ("\\a\n\n", "a.tex"),
    ("\\author{a \\and ", "a.tex"), ("\\documentclass{a}", "a.tex"), ("\\end{document}", "a.tex"),
    ("*a ", "a.rst"), ("`a <", "a.rst"), ("``", "a.rst"), ("|a", "a.rst"), ("a_ ", "a.rst"),
    ("* ", "a.rst"), (".. [1] a\n", "a.rst"), ("a::\n\n  b\n\n", "a.rst"), ("a\n b\n", "a.rst"),
    ("+--+\n", "a.rst"), ("== ==\na b\n", "a.rst"), (":a: b\n", "a.rst"), ("a\n=\n", "a.rst"),
)  # fmt: skip
SIZE = 6_000


def _read_if_possible(data: bytes, name: str) -> None:
    with suppress(ReadError):
        read_bytes(data, name)


@pytest.mark.parametrize(("unit", "name"), NOISE)
def test_reading_noise_takes_calls_in_proportion_to_its_size(
    unit: str, name: str, calls_of: Callable[[Callable[[], object]], int]
) -> None:
    encoded = unit.encode()

    def reading(repeats: int) -> Callable[[], object]:
        return lambda: _read_if_possible(encoded * repeats, name)

    reading(3)()  # so that tables and patterns are loaded
    one, two = (calls_of(reading(SIZE // len(encoded) * times)) for times in (1, 2))
    assert two <= 2.3 * one + 300


def test_deeply_nested_pages_are_read_to_their_end() -> None:
    depth = 20_000
    source = "<div><b>" * depth + "the middle" + "</b></div>" * depth + "<p>the end"
    document = read_bytes(source.encode(), "a.html").document
    assert [block.text.text for block in document.blocks] == ["the middle", "the end"]


def test_a_file_with_too_much_structure_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PIECES", 50)
    monkeypatch.setattr(limits.Budget, "__init__", _small_budget)
    result = reading.read_bytes(b"a b\n\n" * 40, "a.txt")
    assert [d.code for d in result.diagnostics] == ["READ005"]
    assert shown_length(result.document) >= 40 * len("a b")


def test_too_many_notes_are_said_as_too_many_blocks_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PIECES", 50)
    monkeypatch.setattr(limits.Budget, "__init__", _small_budget)
    result = reading.read_bytes(b"".join(b"[^%d]: a\n\n" % i for i in range(40)), "a.md")
    assert [d.code for d in result.diagnostics] == ["READ005"]


def _small_budget(budget: limits.Budget, left: int = 50) -> None:
    budget.left = left


def shown_length(document: Document) -> int:
    return sum(len(block.text.text) for block in document.blocks)


def test_a_paragraph_beyond_all_measure_keeps_its_places() -> None:
    source = "x*y* " * 100_000
    (block,) = read_bytes(source.encode(), "a.md").document.blocks
    assert block.text.source_offset(400_000) == 400_000


def test_entities_past_the_budget_stay_as_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_walking, "MAX_PIECES", 20)
    (block,) = read_bytes(b"<p>" + b"&amp; " * 1000, "a.html").document.blocks
    assert len(block.text.segments) <= 20 + 1
    assert block.text.text.startswith("& & & ")
    assert block.text.text.endswith("&amp;")


def test_a_line_of_quotation_marks_takes_memory_in_proportion_to_its_size() -> None:
    text = ">" * 200_000
    read_bytes(b"> a", "a.md")  # so that tables and patterns are loaded
    tracemalloc.start()
    try:
        read_bytes(text.encode(), "a.md")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20 * len(text)


def test_notes_stand_line_upon_line_as_many_as_there_are() -> None:
    """No recursion from one definition to the next, and no second reading of what follows."""
    source = "".join(f"[^{number}]: a note\n" for number in range(3000))
    assert len(read_bytes(source.encode(), "a.md").document.notes) == 3000
