"""What holds for the keys of every document: nothing raises, and places hold what they say."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.drafts.key_uses.reading import READERS, read_cited_keys
from citekit.drafts.key_uses.uses import CitedKeys
from citekit.drafts.key_uses.writing import write_key
from citekit.model.edits import apply_edits

SCRAPS = (
    "word", " ", "\n", "\n\n", "\r\n", "\t", "    ", "é", "\ufeff", "\U0001f600", "*", "_", "`",
    "``", "```\n", "[", "]", "(", ")", "{", "}", "<", ">", ":", ";", ",", ".", "=", "~", "$", "%",
    "#", '"', "'", "\\", "//", "/*", "*/", "@", "@a", "-@b", "@{c}", "[@a; see @b, p. 3]",
    "@a [p. 3]", "\\cite{a,b}", "\\cites(x)[3]{a}[4]{b}", "\\nocite{*}", "\\iffalse", "\\fi",
    "\\begin{verbatim}", "\\newcommand{\\x}[1]{\\cite{#1}}", "\\x{c}", "\\input{ch}",
    "\\bibliography{r}", "\\volcite{1}{a}", "{cite:p}`a,b`", "```{note}\n", ":::{tip}\n",
    "---\nnocite: '@a'\nbibliography: r.bib\n---\n", "---\nreferences:\n- id: k\n---\n",
    '<d-cite key="a">', "<cite data-cite='b'>", "<script>", "#cite(<a>)", "#let x = ", "#f(",
    '#bibliography("r.bib")', "<fig:x>", "@fig:x", "#[", ":cite:t:`a,{see}b`",
    ".. bibliography:: r.bib\n   :all:\n", ".. code::\n", "[cite:@a;@b]", "[[cite:&a p. 3]]",
    "cite:a,b", "#+begin_src\n", "#+end_src\n", "cite:[a, b(3)]", "----\n", '{"cells": [',
    '{"cell_type": "markdown", "source": [', '"@a \\u00e9"', "]}", "]}]}", "\\u00e9",
    "\\citation{a}\n", "\\abx@aux@cite{0}{b}\n", "<bcf:citekey>a</bcf:citekey>", "<!--", "-->",
)  # fmt: skip
anything = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join) | st.text(max_size=80)
PATHS = pytest.mark.parametrize("path", [*(f"x{suffix}" for suffix in READERS), "conf.py", "x"])


@PATHS
@given(text=anything)
def test_places_hold_the_keys(text: str, path: str) -> None:
    found = read_cited_keys(text, path)
    for use in (*found.uses, *found.cross_references):
        assert use.group.start <= use.span.start < use.span.end <= use.group.end <= len(text)
        if not use.is_in_json:
            assert text[use.span.start : use.span.end] == use.key


@PATHS
@given(text=anything)
def test_no_key_is_found_twice(text: str, path: str) -> None:
    spans = [use.span for use in read_cited_keys(text, path).uses]
    assert len(set(spans)) == len(spans)


@PATHS
@given(text=anything)
def test_a_key_that_is_changed_is_then_cited(text: str, path: str) -> None:
    found = read_cited_keys(text, path)
    edits = [write_key(use, "k1") for use in found.uses]
    # A key that holds dashes and angles can be what ends a comment.
    if None in edits or "<!--" in text:
        return
    changed = read_cited_keys(apply_edits(text, [edit for edit in edits if edit]), path)
    assert keys(changed) == ["k1"] * len(found.uses)


def keys(found: CitedKeys) -> list[str]:
    return [use.key for use in found.uses]


HOSTILE = (
    "[", "[@a ", "@a [", "@", "@a", "{", "}", "`", "``", "```\n", "```{note}\n", "$", "#", "#f(",
    "#[", "\\cite{", "\\cite[", "\\cite{a%\n", "\\cites{a}", "\\volcites{a}{b}",
    "\\newcommand{\\x}{", "\\iffalse ", "\\begin{verbatim}", "<!--", "<script>", "<d-cite ",
    "<cite data-cite=", "{cite}`", ":cite:`", "[cite:", "[[cite:&a", "cite:a,", "cite:[", "/*",
    "//", '"', "\\u00e9", '{"source": [', ".. code::\n", ".. bibliography:: a\n", "#+begin_src\n",
    "=a", "<a", "{{< include ", "---\n", "(a)=\n", "\\citation{", "\\input ", "> ", "- ", "&a;",
    "\\x", "{see}", "@{", "#cite(", "@a[",
)  # fmt: skip


@pytest.mark.parametrize("path", ["x.md", "x.tex", "x.aux", "x.bcf", "x.typ", "x.rst", "x.org",
                                  "x.ipynb", "x.adoc", "x.html", "conf.py"])  # fmt: skip
def test_time_grows_with_the_length_alone(path: str) -> None:
    for scrap in HOSTILE:
        texts = [scrap * (size // len(scrap)) for size in (800, 8_000)]
        # What else the process does, such as collecting its garbage, counts in single runs.
        assert any(
            seconds(texts[1], path) < 0.3 + 30 * seconds(texts[0], path) for _ in range(3)
        ), scrap


def seconds(text: str, path: str) -> float:
    start = time.process_time()
    read_cited_keys(text, path)
    return time.process_time() - start
