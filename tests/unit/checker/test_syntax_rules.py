"""What the tables of cases cannot hold: stray bytes, very many faults, and what fixes leave."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citekit.checker.active_rule import ActiveRule
from citekit.checker.bib_file import BibFile
from citekit.checker.checking import check_project
from citekit.checker.finding import Finding
from citekit.checker.fixing import mend
from citekit.checker.project import Project
from citekit.checker.registry import find_rule
from citekit.checker.rule import Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules import keys, syntax
from citekit.checker.rules.syntax.known_names import field_meant, is_known_field, type_meant
from citekit.formats.bib_syntax.parser import parse_bib

_PIECES = st.sampled_from(
    [
        *("@book{", "@book(", "@string{", "@preamble{", "@comment{", "@artcle{c,", "@", "\\{"),
        *("a,", "b 1,", "}", ")", ",", ",,", "\n", "\r\n", "title", " = ", "{T}", "{T", '"Q"', '"'),
        *("year = 2001", "aob", " # ", "% c\n", "é", "crossref = {a}", "ids = {a, b}"),
        *("tilte = {x}", "\udce9", "\ufeff"),
    ]
)
_ROUNDS = 12


def _active(rules: tuple[Rule, ...]) -> list[ActiveRule]:
    return [ActiveRule(rule, rule.severity, RuleOptions(dict(rule.options))) for rule in rules]


def _found(text: str, *rules: Rule) -> tuple[Finding, ...]:
    return check_project(Project((BibFile("refs.bib", text),)), _active(rules))


def _rule(code: str) -> Rule:
    rule = find_rule(code)
    assert rule is not None
    return rule


def test_bytes_that_are_no_utf8_are_found_once_and_read_as_windows_1252() -> None:
    """As the reader of files hands them on: as surrogates."""
    text = b"@book{a, title = {M\xfcller \x96 \xe4}}".decode("utf-8", "surrogateescape")
    findings = _found(text, _rule("SYN026"))
    assert [one.column for one in findings] == [20]
    assert "FC" in findings[0].message
    assert "3 such bytes" in findings[0].message
    mended = mend({"refs.bib": text}, findings, unsafe=True).texts["refs.bib"]
    assert mended == "@book{a, title = {Müller – ä}}"


def test_a_file_wholly_in_the_encoding_that_it_declares_is_left_alone() -> None:
    """Unless it mixes two."""
    old = b"% Encoding: ISO-8859-1\n@book{a, title = {M\xfcller}}"
    assert not _found(old.decode("utf-8", "surrogateescape"), _rule("SYN026"))
    mixed = old + "@book{b, title = {Müller}}".encode()
    findings = _found(mixed.decode("utf-8", "surrogateescape"), _rule("SYN026"))
    assert ["mixes two encodings" in one.message for one in findings] == [True]


def test_of_very_many_faults_the_first_thousand_are_told() -> None:
    """A file that is no bibliography has as many faults as characters."""
    text = "@book{a" + ", title = {x},," * 3000 + "}"
    assert len(_found(text, _rule("SYN030"))) == 1000


def test_names_that_are_near_by_chance_are_no_slips() -> None:
    """Short names, fields of programs, and what is far from all."""
    for name in ("own", "ibn", "nr", "shelf", "location-id", "reportnumber", "translit"):
        assert not field_meant(name), name
    assert field_meant("ulr") == "url"
    assert field_meant("jounraltitel") == "journaltitle"
    assert is_known_field("editor+an:orcid")
    assert not type_meant("archives")
    assert type_meant("inprocedings") == "inproceedings"


@settings(max_examples=300)
@example("@string{% c\n,@book{")
@given(st.lists(_PIECES, max_size=24).map("".join))
def test_any_text_is_checked_and_safe_fixes_keep_its_entries(text: str) -> None:
    """No rule fails, safe fixes come to an end, and no entry is lost by them."""
    rules = (*syntax.RULES, *keys.RULES)
    texts = {"refs.bib": text}
    for _ in range(_ROUNDS):
        mended = mend(texts, _found(texts["refs.bib"], *rules))
        if not mended.mended:
            break
        texts = dict(mended.texts)
    else:
        raise AssertionError(texts)
    before = sorted(entry.key for entry in parse_bib(text).entries() if not entry.is_broken)
    after = sorted(
        entry.key for entry in parse_bib(texts["refs.bib"]).entries() if not entry.is_broken
    )
    assert before == after


@settings(max_examples=150)
@given(st.lists(_PIECES, max_size=24).map("".join))
def test_unsafe_fixes_of_any_text_come_to_an_end(text: str) -> None:
    """They may change keys and entries, but nothing is mended again and again."""
    for rule in (*syntax.RULES, *keys.RULES):
        fixed = text
        for _ in range(_ROUNDS):
            result = mend({"refs.bib": fixed}, _found(fixed, rule), unsafe=True)
            if not result.mended:
                break
            fixed = result.texts["refs.bib"]
        else:
            pytest.fail(f"{rule.code} still mends {fixed!r}")
