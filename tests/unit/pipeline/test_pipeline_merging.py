"""Bibliographies brought together: what becomes one, what stays, and what is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from citekit.errors import ConfigError
from citekit.model.reference import CitationKey, PersonalName, Reference, single_date
from citekit.model.variables import DateVariable, NameVariable, TextVariable
from citekit.pipeline.merging.bringing_together import merge, write_merger
from citekit.pipeline.merging.decisions import (
    PairDecision,
    Verdict,
    identity_of,
    read_decisions,
    with_decisions,
)
from citekit.pipeline.merging.explaining import explain_merger, outline, side_by_side
from citekit.pipeline.merging.inputs import read_input
from citekit.pipeline.merging.merged_origins import with_origins
from citekit.pipeline.merging.merged_works import Merger
from citekit.pipeline.merging.merger import merge_inputs
from citekit.pipeline.merging.report import write_report

VOSS = """\
% A library.
@Article{voss05,
  author  = {Vo{\\ss}, Martina},  % the sister
  title   = "Rivers and {Borders} in the North",
  journal = jhs,
  year    = 2005,
}

@book(ono, author = "Ono, Masao", title = {Straits of Japan}, year = 1999)
"""
STRINGS = '@string{jhs = "Journal of Harbour Studies"}\n'
RIVERS = """\
@article{rivers,
  author = {Voß, M.}, title = {Rivers and Borders in the North},
  journaltitle = {Journal of Harbour Studies}, volume = 49, date = {2005}, doi = {10.1000/x}
}
"""
ABE = "@book{ono, author = {Abe, Keiji}, title = {A quite different thing}, date = 2011}\n"


def merged(*texts: str, **options: object) -> Merger:
    """The merger of ``.bib`` texts called ``0.bib``, ``1.bib`` and so on."""
    inputs = [read_input(f"{n}.bib", data=text.encode()) for n, text in enumerate(texts)]
    decisions = options.get("decisions", ())
    assert isinstance(decisions, tuple)
    return merge_inputs(inputs, decisions=decisions, fold_keys=bool(options.get("fold")))


def written(*texts: str) -> str:
    return write_merger(merged(*texts), "biblatex").text


def test_a_file_without_duplicates_stays_byte_for_byte() -> None:
    text = f"\ufeff{STRINGS}{VOSS}\n@comment{{x}} stray @ text\r\n@misc{{open, a = {{b\n"
    inputs = [read_input("a.bib", data=text.encode())]
    assert write_merger(merge_inputs(inputs), "biblatex").text == text


def test_the_first_entry_is_completed_in_its_place_and_the_other_leaves() -> None:
    text = written(STRINGS + VOSS, RIVERS)
    assert text == STRINGS + VOSS.replace(
        "  year    = 2005,\n",
        "  year    = 2005,\n  volume  = {49},\n  doi     = {10.1000/x},\n  ids     = {rivers},\n",
    )


def test_merging_twice_changes_nothing() -> None:
    once = written(STRINGS + VOSS, RIVERS, ABE)
    assert written(once) == once
    assert written(once, once) == once


def test_a_key_of_two_works_is_kept_by_the_first() -> None:
    merger = merged(VOSS, ABE + "@inbook{part, title = {One part}, crossref = {ono}}\n")
    assert [work.reference.key for work in merger.works] == ["voss05", "ono", "ono-2", "part"]
    text = write_merger(merger, "biblatex").text
    assert "@book{ono-2, author = {Abe" in text
    assert "crossref = {ono-2}" in text
    (finding,) = [d for d in merger.diagnostics if d.code == "key-taken"]
    assert (finding.path, finding.line, finding.column) == ("1.bib", 1, 1)
    assert "0.bib:9:1" in finding.message
    assert "'ono-2'" in finding.hint


def test_bibtex_does_not_tell_keys_apart_by_case() -> None:
    other = ABE.replace("{ono,", "{ONO,")
    assert [r.key for r in merged(VOSS, other).references][-1] == "ONO"
    assert [r.key for r in merged(VOSS, other, fold=True).references][-1] == "ONO-2"


def test_cross_references_lead_to_the_entry_that_stays() -> None:
    child = "@inbook{c, title = {A part of it}, crossref = {rivers}}\n"
    text = written(VOSS, RIVERS + child)
    assert "crossref = {voss05}" in text
    assert "@article{rivers" not in text


def test_an_entry_takes_over_from_one_of_another_file() -> None:
    child = "@inbook{c, title = {A part of it}, crossref = {ono}}\n"
    merger = merged(child, VOSS)
    assert merger.references[0].text(TextVariable.CONTAINER_TITLE) == "Straits of Japan"
    assert child in write_merger(merger, "biblatex").text


def test_an_entry_takes_over_what_its_parent_is_given() -> None:
    child = "@inbook{c, title = {A part of it}, crossref = {rivers}}\n"
    other = RIVERS.replace("{rivers,", "{r2, publisher = {North},").replace(
        "{Voß, M.}", "{Voß, Max}"
    )
    merger = merged(RIVERS + child, other)
    (part,) = (r for r in merger.references if r.key == "c")
    assert part.text(TextVariable.PUBLISHER) == "North"
    assert child in write_merger(merger, "biblatex").text


def test_an_entry_that_names_itself_takes_over_from_no_other_file() -> None:
    child = "@inbook{ono, title = {A part of it}, crossref = {ono}}\n"
    text = written(VOSS, child)
    assert "@inbook{ono-2, title = {A part of it}, crossref = {ono-2}}" in text
    assert written(text) == text


def test_strings_that_differ_get_a_name_of_their_own() -> None:
    other = '@string{jhs = "Other"}\n@article{b, title = {Beta Gamma}, journal = jhs # " x"}\n'
    merger = merged(STRINGS + VOSS, other)
    result = write_merger(merger, "biblatex")
    assert (
        '@string{jhs-2 = "Other"}\n@article{b, title = {Beta Gamma}, journal = jhs-2 # " x"}'
        in (result.text)
    )
    assert [d.code for d in result.diagnostics] == ["string-renamed"]
    again = merged(result.text).references
    assert [r.text(TextVariable.CONTAINER_TITLE) for r in again] == [
        "Journal of Harbour Studies",
        "",
        "Other x",
    ]


def test_what_two_files_say_alike_beside_their_entries_is_said_once() -> None:
    head = f"% Encoding: UTF-8\n{STRINGS}@comment{{jabref: x}}\n"
    assert written(head + VOSS, head + ABE).count("jabref") == 1
    assert written(head + VOSS, "@comment{other}\n" + ABE).count("@comment") == 2


def test_data_containers_of_one_key_are_told_apart() -> None:
    first = "@xdata{x, publisher = {A}}\n@book{a, title = {Alpha One}, xdata = {x}}\n"
    other = "@xdata{x, publisher = {B}}\n@book{b, title = {Beta Two}, xdata = {x}}\n"
    references = merged(written(first, other)).references
    assert [r.text(TextVariable.PUBLISHER) for r in references] == ["A", "B"]


def test_faulty_entries_are_carried_through() -> None:
    faulty = RIVERS.replace("volume = 49", "some stray words")
    broken = "@misc{k, title = {never closed\n"
    merger = merged(STRINGS + VOSS, faulty + broken)
    assert len(merger.works) == 3
    text = write_merger(merger, "biblatex").text
    assert faulty in text
    assert broken in text
    assert any(d.code == "FMT201" for d in merger.diagnostics)


def test_copies_are_counted_in_whatever_order_the_files_come() -> None:
    held = "@misc{k, title = {Straits} stray}\n"
    for entry in ("@misc{k,}\n", held):
        one, two = entry, f"{entry}\n{entry}"
        assert len(merged(one, two).works) == len(merged(two, one).works) == 2


def test_a_faulty_entry_keeps_no_copies_apart() -> None:
    faulty, entry = "@book{k,@", "@book{k}"
    assert len(merged(faulty, entry, entry).works) == len(merged(entry, entry, faulty).works) == 2


def test_a_faulty_entry_stays_once_when_its_file_is_given_twice() -> None:
    held = "@misc{k, title = {Straits} stray}\n"
    inputs = [read_input("a.bib", data=held.encode())] * 2
    assert write_merger(merge_inputs(inputs), "biblatex").text == held


def test_comments_in_an_entry_that_leaves_stay() -> None:
    other = RIVERS.replace("date =", "% read in 2006\n date =")
    assert "\n% read in 2006\n" in written(VOSS, other)


def test_formats_go_together() -> None:
    ris = "TY  - JOUR\nID  - ris1\nAU  - Voß, Martina\nTI  - Rivers and borders in the north\n"
    ris += "PY  - 2005\nVL  - 49\nER  - \n\nTY  - BOOK\nID  - only\nTI  - Elsewhere\nER  - \n"
    inputs = [read_input("a.bib", data=VOSS.encode()), read_input("b.ris", data=ris.encode())]
    merger = merge_inputs(inputs)
    assert [r.key for r in merger.references] == ["voss05", "ono", "only"]
    assert merger.references[0].aliases == ("ris1",)
    text = write_merger(merger, "biblatex").text
    assert text.startswith("% A library.\n")
    assert "{only,\n" in text
    assert "b.ris, record 1" in "\n".join(explain_merger(merger))
    assert '"ris1"' in write_merger(merger, "csl-json").text


def test_keywords_are_united_and_other_fields_kept() -> None:
    one = RIVERS.replace("doi", "keywords = {b, a}, file = {x.pdf}, doi")
    two = RIVERS.replace("{rivers", "{r2").replace("doi", "keywords = {a; c}, groups = {g}, doi")
    (reference,) = merged(one, two).references
    assert reference.text(TextVariable.KEYWORD) == "b, a, c"
    assert dict(reference.extra) == {"file": "x.pdf", "groups": "g"}


def test_every_value_has_its_records() -> None:
    merger = merged(STRINGS + VOSS, RIVERS)
    values = {value.name: value for value in merger.works[0].values}
    assert values["DOI"].members == (1,)
    assert values["author"].members == (0,)
    assert values["author"].others[0].members == (1,)
    (voss, _) = with_origins(merger)
    assert {origin.path for origin in voss.origins[TextVariable.TITLE]} == {"0.bib", "1.bib"}
    report = write_report(merger)
    assert '"path": "1.bib"' in report
    assert '"aliases": ["rivers"]' in report


def test_the_explanation_names_places_reasons_and_differences() -> None:
    text = "\n".join(explain_merger(merged(STRINGS + VOSS, RIVERS)))
    assert text.startswith("voss05: ")
    assert "1.bib:1:1 and 0.bib:3:1: same because" in text
    assert "author 'Martina Voß' taken from 0.bib:3:1\n    not 'M. Voß' of 1.bib:1:1" in text
    assert list(outline(merged(STRINGS + VOSS, RIVERS))) == [
        "1.bib:1:1 rivers would go into 0.bib:3:1 voss05"
    ]


def _references(*titles: str) -> list[Reference]:
    return [
        Reference(
            CitationKey(f"k{n}"),
            texts={TextVariable.TITLE: title},
            names={NameVariable.AUTHOR: (PersonalName("Ono", "Masao"),)},
            dates={DateVariable.ISSUED: single_date(1999)},
        )
        for n, title in enumerate(titles)
    ]


def _decided(verdict: Verdict, one: Reference, other: Reference) -> PairDecision:
    return PairDecision(verdict, identity_of(one), identity_of(other), "d.toml:1")


def test_references_are_merged_as_well_as_files(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(VOSS, "utf-8")
    merger = merge([path, *_references("Straits of Japan")])
    assert [work.members for work in merger.works] == [(0,), (1, 2)]


def test_what_is_decided_holds_even_by_way_of_a_third() -> None:
    a, b, c = _references("Straits of Japan", "Straits of Japan", "Straits of Japan")
    other = replace(b, texts={**b.texts, TextVariable.PUBLISHER: "North"})
    third = replace(c, texts={**c.texts, TextVariable.PUBLISHER_PLACE: "Kobe"})
    all_three = [a, other, third]
    assert len(merge(all_three).works) == 1
    decision = _decided(Verdict.DIFFERENT, a, other)
    home = {p: n for n, w in enumerate(_merge(all_three, decision).works) for p in w.members}
    assert home[0] != home[1]
    assert not any({d.first, d.second} == {0, 1} for d in _merge(all_three, decision).doubtful)


def _merge(references: list[Reference], *decisions: PairDecision) -> Merger:
    return merge_inputs(merge(references).inputs, decisions=decisions)


def test_what_is_decided_to_be_one_is_one() -> None:
    a, b = _references("Straits of Japan", "Nothing like it")
    assert len(_merge([a, b]).works) == 2
    assert len(_merge([a, b], _decided(Verdict.SAME, a, b)).works) == 1


def test_different_outlives_a_change_and_same_does_not() -> None:
    a, b = _references("Straits of Japan", "Straits of Japan")
    fuller = replace(a, texts={**a.texts, TextVariable.PUBLISHER: "North"})
    alias = replace(fuller, key=CitationKey("new"), aliases=(a.key,))
    different = _decided(Verdict.DIFFERENT, a, b)
    assert len(_merge([b, fuller], different).works) == 2
    assert len(_merge([b, alias], different).works) == 2
    far = replace(b, texts={TextVariable.TITLE: "Nothing like it"})
    assert len(_merge([far, fuller], _decided(Verdict.SAME, a, far)).works) == 2
    moved = replace(a, key=CitationKey("moved"))
    assert len(_merge([far, moved], _decided(Verdict.SAME, a, far)).works) == 1


def test_decisions_that_contradict_each_other_are_refused() -> None:
    a, b, c = _references("Alpha", "Beta", "Gamma")
    same = [_decided(Verdict.SAME, a, b), _decided(Verdict.SAME, b, c)]
    with pytest.raises(ConfigError, match=r"d\.toml:1: record 1 and record 3 are decided"):
        _merge([a, b, c], *same, _decided(Verdict.DIFFERENT, a, c))


@pytest.mark.parametrize("name", ["d.toml", "d.jsonl"])
def test_decisions_are_read_as_they_were_written(name: str, tmp_path: Path) -> None:
    a, b = _references('Straits "of" \\ Japan\x7f', "Beta\n漢")
    decisions = [_decided(Verdict.SAME, a, b), _decided(Verdict.DIFFERENT, b, a)]
    path = str(tmp_path / name)
    text = with_decisions(path, with_decisions(path, "", decisions[:1]), decisions[1:])
    Path(path).write_text(text, "utf-8")
    read = read_decisions(path)
    assert [replace(d, place="d.toml:1") for d in read] == decisions
    assert read[0].place == f"{path}:{4 if name == 'd.toml' else 1}"
    assert read_decisions(str(tmp_path / "none.toml")) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("d.toml", "[[pair]\n"),
        ("d.toml", "pair = 1\n"),
        ("d.toml", '[[pair]]\nverdict = "perhaps"\n'),
        ("d.toml", '[[pair]]\nverdict = "same"\nfirst = {key = 1, content = ""}\n'),
        ("d.toml", '[[pair]]\nverdict = ["same"]\n'),
        ("d.jsonl", "{}\n"),
        ("d.jsonl", "nonsense\n"),
        ("d.jsonl", '{"verdict": "same", "first": {}, "second": {"key": "a"}}\n'),
    ],
)
def test_what_is_no_decision_is_refused_with_its_place(
    name: str, text: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=r"d\.(toml|jsonl)"):
        read_decisions(str(path))


def test_a_doubtful_pair_is_shown_side_by_side() -> None:
    merger = merge(_references("Straits", "Straits: ferries of the north"))
    (doubt,) = merger.doubtful
    lines = list(side_by_side(merger, doubt))
    assert any(line.startswith("* title") for line in lines)
    assert lines[-1].startswith("  perhaps the same because ")
    assert "; both would stay" in "\n".join(outline(merger))
