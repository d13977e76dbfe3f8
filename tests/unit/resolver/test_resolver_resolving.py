"""Resolving citations to works."""

from collections import defaultdict
from typing import Any

import pytest
from resolver_rows import cases, citations, reference

from citekit.model.diagnostic import Severity
from citekit.model.variables import DateVariable, NameVariable, TextVariable
from citekit.resolver.resolving import Resolution, resolve

ARTICLE = {
    "type": "article-newspaper",
    "author": ["Okoro, Ngozi"],
    "title": "Lagos builds a second bridge",
    "container": "Coast Daily",
    "year": 2004,
}


def keys_of(resolution: Resolution) -> list[str]:
    """The keys of the cites, in the order of the citations."""
    return [cite.key for citation in resolution.library.citations for cite in citation.cites]


@pytest.mark.parametrize("row", cases("clustering"), ids=lambda row: row["name"])
def test_cites_of_one_work_and_no_others_share_a_key(row: dict[str, Any]) -> None:
    rows = row["citations"]
    by_work: dict[str, set[str]] = defaultdict(set)
    for cited, key in zip(rows, keys_of(resolve(citations(rows))), strict=True):
        by_work[cited["work"]].add(key)
    assert all(len(keys) == 1 and "" not in keys for keys in by_work.values()), dict(by_work)
    assert len(set.union(*by_work.values())) == len(by_work), dict(by_work)


@pytest.mark.parametrize("row", cases("clustering"), ids=lambda row: row["name"])
def test_the_order_of_the_citations_does_not_matter(row: dict[str, Any]) -> None:
    cited = citations(row["citations"])
    forward, backward = resolve(cited), resolve(cited[::-1])
    assert forward.library.references == backward.library.references
    assert keys_of(forward) == keys_of(backward)[::-1]


def test_a_known_reference_keeps_its_key_and_takes_the_cites() -> None:
    known = reference({**ARTICLE, "key": "Okoro:Bridge"})
    resolution = resolve(citations([{"cite": ARTICLE}]), known=[known])
    assert keys_of(resolution) == ["Okoro:Bridge"]
    assert [r.key for r in resolution.library.references] == ["Okoro:Bridge"]


def test_a_second_key_of_one_work_becomes_an_alias() -> None:
    known = [reference({**ARTICLE, "key": key}) for key in ("okoroB", "okoroA")]
    (merged,) = resolve([], known=known).library.references
    assert (merged.key, merged.aliases) == ("okoroA", ("okoroB",))


def test_a_conflict_is_reported_at_the_place_that_differs() -> None:
    rows = [{"cite": ARTICLE}, {"cite": ARTICLE}]
    rows.append({"cite": {**ARTICLE, "title": "Lagos builds a second bridgo"}})
    (report,) = resolve(citations(rows)).diagnostics
    assert report.code == "conflict-title"
    assert report.severity is Severity.DOUBTFUL
    assert report.span is not None
    assert (report.path, report.span.start) == ("paper.txt", 2000)


def test_references_are_in_the_order_of_their_keys_and_citations_in_their_own() -> None:
    rows = [
        {"cite": {**ARTICLE, "author": [name], "title": f"The story of {name}"}} for name in "ZA"
    ]
    resolution = resolve(citations(rows))
    assert [r.key for r in resolution.library.references] == ["a2004", "z2004"]
    assert keys_of(resolution) == ["z2004", "a2004"]


def test_a_comma_after_the_family_name_settles_the_order() -> None:
    chapter = {**ARTICLE, "type": "chapter"}
    rows = [
        {"cite": {**chapter, "author": ["Tetsuo, Mori"]}, "text": "Mori Tetsuo, 'Lagos…'"},
        {"cite": {**chapter, "author": ["Tetsuo, Mori"]}, "text": "Mori Tetsuo, 'Lagos…'"},
        {"cite": {**chapter, "author": ["Mori, Tetsuo"]}, "text": "Mori,, Tetsuo, 'Lagos…'"},
    ]
    (merged,) = resolve(citations(rows)).library.references
    assert merged.key == "mori2004"


def test_the_fullest_values_of_all_mentions_come_together() -> None:
    thin = {"type": "article-newspaper", "author": ["Okoro, N."], "title": ARTICLE["title"]}
    rows = [{"cite": {**thin, "container": "Coast Daily"}}, {"cite": ARTICLE}]
    (merged,) = resolve(citations(rows)).library.references
    assert (
        merged.name_list(NameVariable.AUTHOR)[0] == reference(ARTICLE).names[NameVariable.AUTHOR][0]
    )
    assert DateVariable.ISSUED in merged.dates
    assert len(merged.origins[TextVariable.TITLE]) == 2


def test_nothing_gives_an_empty_library() -> None:
    assert resolve([]) == Resolution(resolve([]).library, ())
    assert resolve([]).library.references == ()
