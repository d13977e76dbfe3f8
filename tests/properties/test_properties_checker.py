"""The checker never breaks on what it is given, and its fixes break nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.checker.bib_file import BibFile
from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.running import check_texts

_ALL = CheckSettings(select=("ALL",))
_PIECES = (
    "@article{a,\n",
    "@book{b1,",
    "@inproceedings(c,",
    "@string{jan2 = {x}}\n",
    "@comment{citekit: ignore[PAG]}\n",
    '@preamble{"x"}',
    "% citekit: disable\n",
    "% citekit: ignore[PAG003, NAM]\n",
    "  author = {Doe, J. and Roe, Richard and others},\n",
    '  author = "Knuth, D and D. E. Knuth et al.",\n',
    "  title = {A {\\LaTeX} title: $x_1$ & 50% of #1},\n",
    "  year = 1984,\n",
    "  date = {1984-13-40/1983},\n",
    '  month = "January",\n',
    "  pages = {113 - 101, 7--},\n",
    "  doi = {https://doi.org/10.1000/xyz.},\n",
    "  isbn = {978-3-16-148410-1},\n",
    "  eprint = {arXiv:2113.00001v2},\n",
    "  url = {www.example.org/a b},\n",
    "  journal = jan2 # { of } # nothing,\n",
    "  crossref = {a},\n",
    "  note = {},\n",
    "}\n",
    ")\n",
    "{",
    "}",
    '"',
    "\\",
    "é\u0301\u200b\ufeff\udc80",
    "\r\n",
    "\x00",
)
_bib = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=8)), max_size=24).map("".join)
_TEXT = (
    "[@a; @b1, p. 3]",
    "@c [p. 4]",
    "\\cite{a,b1}",
    "\\autocites[12]{a}[3]{nothing}",
    "[^1]",
    "\n[^1]: Ibid., 12.\n",
    "\n[^2]: Doe, supra note 7, at 3; Jane Roe, *A Title* (Oxford, 1999), 12-10.\n",
    "\n# References\n\n",
    "Doe, J. (1984). A title. *A journal*, 3(4), 113–101.\n\n",
    "#cite(<a>)",
    ":cite:`a`",
    "<!-- citekit: ignore -->\n",
    "---\nbibliography: refs.bib\n---\n",
    "\n\n",
    "{",
    "\\",
)
_document = st.lists(st.one_of(st.sampled_from(_TEXT), st.text(max_size=8)), max_size=16).map(
    "".join
)
_suffix = st.sampled_from(("md", "tex", "typ", "rst", "txt", "org", "ipynb", "html"))


@given(_bib)
@settings(max_examples=150, deadline=None)
def test_no_file_breaks_a_rule_and_places_are_inside(text: str) -> None:
    for one in check_texts({"refs.bib": text}, _ALL).findings:
        assert 0 <= one.problem.span.start <= one.problem.span.end <= len(text)
        assert one.line >= 1
        assert one.message


@given(_bib)
@settings(max_examples=100, deadline=None)
def test_safe_fixes_keep_the_entries_and_come_to_an_end(text: str) -> None:
    before = [(entry.type, entry.key) for entry in BibFile("refs.bib", text).entries]
    checked = check_texts({"refs.bib": text}, _ALL, fix=True)
    mended = checked.texts["refs.bib"]
    after = [(entry.type, entry.key) for entry in BibFile("refs.bib", mended).entries]
    assert len(after) >= len(before) or any("duplicate" in one.name for one in checked.mended)
    again = check_texts({"refs.bib": mended}, _ALL, fix=True)
    assert again.texts["refs.bib"] == mended


@given(_document, _suffix, _bib)
@settings(max_examples=60, deadline=None)
def test_no_document_breaks_a_rule(document: str, suffix: str, bib: str) -> None:
    texts = {f"draft.{suffix}": document, "refs.bib": bib}
    checked = check_texts(texts, _ALL, fix=True, unsafe=True)
    for one in checked.findings:
        assert one.problem.span.end <= len(checked.texts[one.path])
