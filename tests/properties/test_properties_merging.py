"""What merging promises, whatever the files."""

import random
from collections.abc import Iterable, Sequence
from itertools import combinations, count

from bib_strategies import FILES, WELL_FORMED
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_strategies import LIBRARIES, LINKED, PARTS_AND_WHOLES

from citekit.model.reference import Reference
from citekit.pipeline.converting import open_bibliography
from citekit.pipeline.merging.bringing_together import write_merger
from citekit.pipeline.merging.decisions import PairDecision, Verdict, identity_of
from citekit.pipeline.merging.inputs import Input, read_inputs
from citekit.pipeline.merging.merger import merge_inputs
from citekit.pipeline.merging.parents import find_lineage
from citekit.pipeline.merging.uniting import values_of

_SOME = settings(max_examples=80, deadline=None)
_TEXTS = st.lists(
    st.one_of(LIBRARIES, LINKED, PARTS_AND_WHOLES, WELL_FORMED, FILES), min_size=1, max_size=3
)


def _inputs(texts: Iterable[str], names: Iterable[int] = count()) -> Sequence[Input]:
    """The texts read together, as files that are called by ``names``."""
    return read_inputs(
        [
            open_bibliography(
                f"{name}.bib", data=text.encode("utf-8", "replace"), source_format="biblatex"
            )
            for name, text in zip(names, texts, strict=False)
        ]
    )


@_SOME
@given(_TEXTS)
def test_merging_what_is_merged_changes_nothing(texts: list[str]) -> None:
    once = write_merger(merge_inputs(_inputs(texts)), "biblatex").text
    assert write_merger(merge_inputs(_inputs([once])), "biblatex").text == once


@_SOME
@given(st.lists(st.one_of(LIBRARIES, LINKED, PARTS_AND_WHOLES), min_size=1, max_size=3))
def test_the_merged_file_says_what_the_works_say(texts: list[str]) -> None:
    merger = merge_inputs(_inputs(texts))
    (read,) = _inputs([write_merger(merger, "biblatex").text])
    # Parents may stand behind their children.
    assert sorted(_shown(record.reference) for record in read.records) == sorted(
        map(_shown, merger.references)
    )


def _shown(reference: Reference) -> str:
    return f"{reference.key} {sorted(values_of(reference).items(), key=str)}"


@_SOME
@given(
    # An order that changes what entries say, as by rings of parents, may change what they are.
    st.lists(st.one_of(LIBRARIES, PARTS_AND_WHOLES, WELL_FORMED, FILES), min_size=1, max_size=3),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_files_changes_no_cluster(texts: list[str], rng: random.Random) -> None:
    def clusters(order: list[int]) -> list[list[tuple[str, int]]]:
        merger = merge_inputs(_inputs([texts[number] for number in order], order))
        names = [(record.path, record.number) for record in merger.records]
        return sorted(sorted(names[place] for place in work.members) for work in merger.works)

    order = list(range(len(texts)))
    assert clusters(rng.sample(order, len(order))) == clusters(order)


@_SOME
@given(st.lists(PARTS_AND_WHOLES, min_size=1, max_size=3))
def test_parents_stand_behind_children_if_they_did(texts: list[str]) -> None:
    inputs = _inputs(texts)
    if any(_early_parents(one) for one in inputs):
        return
    (merged,) = _inputs([write_merger(merge_inputs(inputs), "bibtex").text])
    assert not _early_parents(merged)


def _early_parents(one: Input) -> set[str]:
    """The keys of entries that stand before one that takes over from them."""
    parents = find_lineage([one]).parents
    return {
        one.records[parent].reference.key for child, parent in parents.items() if parent < child
    }


@_SOME
@given(st.lists(st.one_of(LIBRARIES, LINKED), min_size=1, max_size=3), st.data())
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
