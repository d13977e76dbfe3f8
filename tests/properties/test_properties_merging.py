"""What merging promises, whatever the files."""

import random
from itertools import combinations

from bib_strategies import FILES, WELL_FORMED
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.pipeline.merging.bringing_together import write_merger
from citekit.pipeline.merging.decisions import PairDecision, Verdict, identity_of
from citekit.pipeline.merging.inputs import Input, read_input
from citekit.pipeline.merging.merger import merge_inputs
from citekit.pipeline.merging.uniting import values_of

_SOME = settings(max_examples=80, deadline=None)
_VALUES = {
    "author": ("Abe, Keiji", "Abe, K.", "Ono, Masao", "Abe, Keiji and Ono, M."),
    "title": ("Straits and ferries", "Straits & Ferries", "Straits", "{Tides} of Japan"),
    "journal": ("Coast Daily", "Journal of Harbour Studies", "J. Harbour Stud."),
    "year": ("2003", "2004", "n.d."),
    "volume": ("1", "2", "2(3)"),
    "pages": ("1--9", "1", "20-31"),
    "doi": ("10.1000/x", "10.1000/y"),
    "keywords": ("a, b", "b, c"),
    "file": ("x.pdf", "y.pdf"),
    "crossref": ("k0", "k1"),
}


@st.composite
def _libraries(draw: st.DrawFn, *, linked: bool = True) -> str:
    entries = []
    possible = [name for name in _VALUES if linked or name != "crossref"]
    for _ in range(draw(st.integers(0, 5))):
        names = draw(st.lists(st.sampled_from(possible), unique=True, max_size=7))
        fields = ", ".join(
            f"{name} = {{{draw(st.sampled_from(_VALUES[name]))}}}" for name in ["title", *names]
        )
        kind = draw(st.sampled_from(("article", "book", "inproceedings", "misc")))
        entries.append(f"@{kind}{{k{draw(st.integers(0, 6))}, {fields}}}\n")
    return draw(st.sampled_from(("", "% text\n", "@comment{c}\n"))) + "\n".join(entries)


# Without crossref: a child that is made one with an entry written before it loses its parent.
_TEXTS = st.lists(st.one_of(_libraries(linked=False), WELL_FORMED, FILES), min_size=1, max_size=3)


def _inputs(texts: list[str]) -> list[Input]:
    return [
        read_input(f"{n}.bib", data=text.encode("utf-8", "replace"), source_format="biblatex")
        for n, text in enumerate(texts)
    ]


@_SOME
@given(_TEXTS)
def test_merging_what_is_merged_changes_nothing(texts: list[str]) -> None:
    once = write_merger(merge_inputs(_inputs(texts)), "biblatex").text
    assert write_merger(merge_inputs(_inputs([once])), "biblatex").text == once


@_SOME
@given(st.lists(_libraries(linked=False), min_size=1, max_size=3))
def test_the_merged_file_says_what_the_works_say(texts: list[str]) -> None:
    merger = merge_inputs(_inputs(texts))
    (read,) = _inputs([write_merger(merger, "biblatex").text])
    expected = [(r.key, values_of(r)) for r in merger.references]
    assert [(r.reference.key, values_of(r.reference)) for r in read.records] == expected


@_SOME
@given(_TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_no_cluster(texts: list[str], rng: random.Random) -> None:
    inputs = _inputs(texts)

    def clusters(files: list[Input]) -> list[list[tuple[str, int]]]:
        merger = merge_inputs(files)
        names = [(record.path, record.number) for record in merger.records]
        return sorted(sorted(names[place] for place in work.members) for work in merger.works)

    assert clusters(rng.sample(inputs, len(inputs))) == clusters(inputs)


@_SOME
@given(st.lists(_libraries(), min_size=1, max_size=3), st.data())
def test_decisions_hold(texts: list[str], data: st.DataObject) -> None:
    inputs = _inputs(texts)
    records = merge_inputs(inputs).records
    pairs = [
        (a, b)
        for a, b in combinations(range(len(records)), 2)
        if identity_of(records[a].reference) != identity_of(records[b].reference)
    ]
    if not pairs:
        return
    first, second = data.draw(st.sampled_from(pairs))
    verdict = data.draw(st.sampled_from(Verdict))
    one, other = (identity_of(records[place].reference) for place in (first, second))
    merger = merge_inputs(inputs, decisions=[PairDecision(verdict, one, other)])
    home = {place: n for n, work in enumerate(merger.works) for place in work.members}
    assert (home[first] == home[second]) == (verdict is Verdict.SAME)
