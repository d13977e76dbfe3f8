"""What holds for every draft: nothing raises, and what is no citation stays as it is."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.drafts.draft import Draft, DraftCitation
from citekit.drafts.latex import read_latex
from citekit.drafts.locators import english_terms, split_locator
from citekit.drafts.markdown import read_markdown
from citekit.pipeline.drafting.rendering import DraftOptions, format_draft

SCRAPS = (
    "word", " ", "\n", "\n\n", "\r\n", "\t", "    ", "é", "漢字", "\ufeff", "*", "**", "_", "`",
    "```\n", "~~~\n", "[", "]", "(", ")", "](u)", "[^1]", "[^1]: ", "^[", "^", "~", "$", "$$", "\\",
    "&amp;", ";", ",", ".", "<", ">", "<i>", "</i>", "<!--", "-->", "<pre>", "</pre>", "# ", "> ",
    "- ", "1. ", "|", "---\n", "...\n", "===\n", "nocite: x\n", '"', "'", "{", "}", ":::",
    "::: {#refs}\n", "<div id=refs>", "</div>", "p. 3", "http://x.org", "\\cite", "\\footnote",
    "\\begin{verbatim}", "\\end{verbatim}", "%", "\\printbibliography", "\\begin{document}",
)  # fmt: skip
CITING = (
    "@voss", "-@may", "[@voss]", "[see @may, p. 3; @voss]", "@{x y}", "@lee [p. 3]", "[@no]", "@",
    "\\cite[3]{voss,may}", "\\textcite{lee}", "\\footcite{may}", "\\cites[a]{voss}[b]{no}",
)  # fmt: skip
plain = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)
citing = st.lists(st.sampled_from((*SCRAPS, *CITING)), max_size=40).map("".join)
anything = citing | st.text(max_size=100)
MOVABLE = ' \t\r\n~.,;:!?)%…"”。'
WORKS = Path(__file__).parents[1] / "cases" / "drafts" / "works.bib"
PATHS = pytest.mark.parametrize("path", ["draft.md", "draft.tex"])


def read(text: str, path: str) -> Draft:
    reader = read_latex if path.endswith(".tex") else read_markdown
    return reader(text, path, lambda _: english_terms())


@PATHS
@given(text=anything)
def test_every_citation_lies_in_the_draft_and_none_in_another(text: str, path: str) -> None:
    draft = read(text, path)
    spans = [
        citation.span
        for one in draft.flow
        for citation in ([one] if isinstance(one, DraftCitation) else one.citations)
    ]
    spans.sort()
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@PATHS
@given(text=plain)
def test_a_draft_without_keys_comes_back_as_it_is(text: str, path: str) -> None:
    if "\\cite" in text:
        text = text.replace("\\cite", "")
    written = format_draft(path, data=text.encode(), options=DraftOptions(style="apa"))
    assert written.text == text


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
@PATHS
@settings(max_examples=25, deadline=None)
@given(text=citing)
def test_what_stands_between_citations_stays_in_its_order(text: str, path: str, style: str) -> None:
    options = DraftOptions((str(WORKS),), style)
    result = format_draft(path, data=text.encode(), options=options).text
    at = 0
    for piece in kept_pieces(read(text, path)):
        found = result.find(piece, at)
        assert found >= 0, piece
        at = found + len(piece)


def kept_pieces(draft: Draft) -> list[str]:
    """The text between what is replaced, without what a mark of a note may move."""
    spans = [place.span for place in draft.places]
    for one in draft.flow:
        citations = [one] if isinstance(one, DraftCitation) else one.citations
        spans += [citation.span for citation in citations]
    pieces, at = [], 0
    for span in sorted(spans):
        pieces.append(draft.text[at : span.start])
        at = span.end
    pieces.append(draft.text[at:])
    return [piece.strip(MOVABLE) for piece in pieces]


@given(suffix=st.text(max_size=60))
def test_a_locator_and_the_rest_are_the_suffix(suffix: str) -> None:
    located = split_locator(suffix, english_terms())
    assert located.locator in suffix
    assert suffix.endswith(located.rest)
    assert bool(located.label) == bool(located.locator)
