"""Clusters: what is learned from all references, pairs kept apart, and large clusters."""

from collections.abc import Mapping
from typing import Any

import pytest
from resolver_rows import reference

from citekit.model.reference import Reference
from citekit.resolver import cluster_state, comparing
from citekit.resolver.clustering import cluster
from citekit.resolver.pair_list import packed_pair, pair_list
from citekit.resolver.profile import profile


def _column(year: int, **more: str) -> Reference:
    row = {"type": "article-journal", "author": ["Rao, Anil"], "title": "Charts and tides"}
    return reference({**row, "container": "Coast Letters", "year": year, **more})


def test_a_title_of_several_years_is_that_of_a_column() -> None:
    twice = [_column(2002), _column(2002, issue="1")]
    assert cluster(twice) == ((0, 1),)
    assert (0, 1) not in cluster([*twice, _column(2000), _column(2004)])


def test_a_marked_pair_is_kept_apart_though_a_third_is_the_same_as_both() -> None:
    forms = [_column(2002), _column(2002, issue="1"), _column(2002, volume="7")]
    assert cluster(forms) == ((0, 1, 2),)
    for pair in ((0, 1), (0, 2), (1, 2)):
        clusters = cluster(forms, apart=frozenset((pair,)))
        assert len(clusters) == 2
        assert pair not in clusters


def test_equal_records_can_be_kept_apart() -> None:
    forms = [_column(2002)] * 3
    assert cluster(forms) == ((0, 1, 2),)
    clusters = cluster(forms, apart=frozenset(((0, 1),)))
    assert len(clusters) == 2
    assert not any({0, 1} <= set(members) for members in clusters)


def test_a_marked_pair_is_one_though_it_contradicts_itself() -> None:
    forms = [_column(2002), _column(1960, volume="7"), _column(2002, issue="1")]
    assert cluster(forms) == ((0, 2), (1,))
    assert cluster(forms, together=frozenset(((0, 1),))) == ((0, 1), (2,))
    both = frozenset(((0, 1),))
    assert {0, 1} not in [set(c) & {0, 1} for c in cluster(forms, together=both, apart=both)]


def test_a_work_in_very_many_forms_is_one_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_state, "_MOST_FORMS", 20)
    book = {"type": "book", "author": ["Rao, Anil"], "title": "A slow history of the tides"}
    forms = [reference({**book, "place": f"Town {n}", "series": f"S {n}"}) for n in range(120)]
    assert cluster(forms) == (tuple(range(120)),)


def test_several_processes_come_to_the_same_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "_WORTH_A_PROCESS", 1)
    forms = [_column(1990 + n // 4, page=str(10 * (n % 4) + 1 + n % 2)) for n in range(60)]
    assert cluster(forms, processes=2) == cluster(forms)


_BOOK = {"type": "book", "author": ["Rao, Anil"], "title": "A slow history of the tides"}
_ARTICLE = {**_BOOK, "type": "article-journal", "container-title": "Coast Studies"}
_YEAR = ({"year": 2003}, {"year": 2033})
_VOLUME = ({"volume": "2"}, {"volume": "7"})
_PLACE = ({"volume": "2", "page": "1-9"}, {"volume": "7", "page": "90-99"})


# Two clusters of one record and of several: one in three of six pairs or more may be a slip.
@pytest.mark.parametrize(
    ("work", "sides", "alike", "differing", "refused"),
    [
        (_BOOK, _YEAR, 4, 1, True),  # five pairs
        (_BOOK, _YEAR, 5, 1, False),
        (_BOOK, _YEAR, 4, 2, False),
        (_BOOK, _YEAR, 3, 3, True),
        (_ARTICLE, _YEAR, 5, 1, False),
        (_ARTICLE, _VOLUME, 5, 1, False),
        (_ARTICLE, _VOLUME, 3, 3, True),
        (_ARTICLE, _PLACE, 9, 1, True),
        (_BOOK, _VOLUME, 9, 1, True),
        (_BOOK, ({"edition": "1"}, {"edition": "3"}), 9, 1, True),
        (_BOOK, ({}, {"title": "A quick history of the winds"}), 9, 1, True),
        (_BOOK, ({}, {"author": ["Ono, Masao"]}), 9, 1, True),
    ],
)
def test_a_slip_parts_no_work_of_many_citations_and_a_contradiction_does(
    work: Mapping[str, Any],
    sides: tuple[Mapping[str, Any], Mapping[str, Any]],
    alike: int,
    differing: int,
    *,
    refused: bool,
) -> None:
    others = [{**work, "series": f"S {n}"} for n in range(alike)]
    others += [{**work, **sides[1], "series": f"T {n}"} for n in range(differing)]
    forms = [{**work, **sides[0]}, *others]
    state = cluster_state.ClusterState.apart([profile(reference(form)) for form in forms])
    for node in range(2, len(forms)):
        state.join(1, node)
    assert state.contradicts(0, 1) is refused


def test_pairs_are_kept_in_order_each_once() -> None:
    pairs = pair_list([packed_pair(7, 2), packed_pair(2, 7), packed_pair(0, 1)])
    assert list(pairs) == [(0, 1), (2, 7)]
    assert pairs[1] == (2, 7)
    assert list(pairs[1:]) == [(2, 7)]
    assert len(pairs) == 2
