"""Drafts of noise are read in linear time, and traps in their metadata are refused."""

from collections.abc import Callable

import pytest

from citekit.drafts.latex import read_latex
from citekit.drafts.locators import english_terms
from citekit.drafts.markdown import read_markdown

MARKDOWN_NOISE = (
    "[", "[@a ", "[@a [", "@a]", "` `` ", "$a ", '<a "', "<!-- ", "\\begin{a}", "@{a", "[*@a ",
    '"@a ', "\n```\n", "^[", "[^1]: ", "> ", "- ", '](x "', "@", "@a@b", "@a.b.", "-@",
    "\n\n---\na: [\n---\n", "\n::: {#refs}\n", '<div id="refs">', "{#a .b c=d ", "\\foo{", "[@a; ",
    "@a [", "[a [@b] ", "\\", "\n\n@a [p. 3]", "[@a [x]] ", "| @a | [@b] |\n", '<d-cite key="',
    "http://x", "~x ", "^", "[@a, p. 3 iv, (", "[^a] ", "<pre>\n", "&a;",
)  # fmt: skip
LATEX_NOISE = (
    "\\cite", "\\cite{a", "\\cite[a", "\\cites[a", "\\cites(", "\\footnote{", "{", "}",
    "\\begin{verbatim}", "\\verb|", "%\n", "\\textcite[", "\\cite{a}", "\\printbibliography[",
    "\\bibliography{a}",
)  # fmt: skip
NOISE = [(unit, read_markdown) for unit in MARKDOWN_NOISE]
NOISE += [(unit, read_latex) for unit in LATEX_NOISE]
SIZE = 6_000
CountCalls = Callable[[Callable[[], object]], int]


@pytest.mark.parametrize(("unit", "read"), NOISE)
def test_noise_takes_calls_in_proportion_to_its_size(
    unit: str, read: Callable[..., object], calls_of: CountCalls
) -> None:
    def reading(repeats: int) -> Callable[[], object]:
        return lambda: read(unit * repeats, "draft", lambda _: english_terms())

    reading(3)()  # so that tables and patterns are loaded
    one, two = (calls_of(reading(SIZE // len(unit) * times)) for times in (1, 2))
    assert two <= 2.3 * one + 300


@pytest.mark.parametrize(
    "trap",
    [
        "a: " + "[" * 100_000,
        "- " * 100_000 + "x",
        "a: " + "{a: " * 100_000,
        "a: &a [x, x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(50)),
    ],
)
def test_traps_in_metadata_are_refused(trap: str) -> None:
    draft = read_markdown(f"---\n{trap}\n---\n\n@a\n", "draft.md", lambda _: english_terms())
    assert [finding.code for finding in draft.diagnostics] == ["draft-metadata"]
    assert len(draft.flow) == 1
