"""What documents cite, in every format, and how a cited key is changed."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.drafts.key_uses.file_names import bibliography_names, included_names
from citekit.drafts.key_uses.reading import READERS, read_cited_keys
from citekit.drafts.key_uses.uses import CitedKeys
from citekit.drafts.key_uses.writing import write_key
from citekit.model.edits import apply_edits

CASES = Path(__file__).parents[2] / "cases" / "drafts"


def cases() -> Iterator[object]:
    for name in ("markdown", "latex", "markups"):
        table = tomllib.loads((CASES / f"key_uses_{name}.toml").read_text("utf-8"))
        for case in table["case"]:
            yield pytest.param(case, id=case["name"])


def shown(found: CitedKeys) -> dict[str, str]:
    return {
        "keys": " ".join(use.key for use in found.uses),
        "commands": " ".join(use.command for use in found.uses),
        "located": "|".join(
            f"{use.key} {use.label} {use.locator}" for use in found.uses if use.locator
        ),
        "references": " ".join(use.key for use in found.cross_references),
        "ids": " ".join(sorted(found.defined_ids)),
        "inline": " ".join(use.key for use in found.inline_bib),
        "bibliographies": "|".join(one.path for one in found.bibliographies),
        "inclusions": "|".join(one.path for one in found.inclusions),
    }


@pytest.mark.parametrize("case", list(cases()))
def test_a_document_cites_its_keys(case: dict[str, str]) -> None:
    text = case["text"]
    found = read_cited_keys(text, case.get("path", "draft.md"))
    given = shown(found)
    for field in given:
        if field in case or field not in {"commands", "located"}:
            expected = case.get(field, "")
            if field == "ids":
                expected = " ".join(sorted(expected.split()))
                given[field] = given[field] if "ids" in case else ""
            assert given[field] == expected, field
    span = found.nocite_all
    assert (text[span.start : span.end].strip() if span else "") == case.get("nocite_all", "")
    assert found.diagnostics == ()
    for use in (*found.uses, *found.cross_references, *found.inline_bib):
        assert text[use.span.start : use.span.end] == use.key
        assert use.group.start <= use.span.start < use.span.end <= use.group.end
    files = [(one.path, one.span) for one in found.bibliographies]
    files += [(one.path, one.span) for one in found.inclusions]
    assert all(path.endswith(text[span.start : span.end]) for path, span in files)


@pytest.mark.parametrize(
    ("path", "text", "key", "expected"),
    [
        ("x.md", "[@a; -@b]", "k", "[@k; -@k]"),
        ("x.md", "@a.", "10.1/x(1)", "@{10.1/x(1)}."),
        ("x.md", "@{a}.", "k", "@{k}."),
        ("x.md", "{cite}`a,b`", "k", "{cite}`k,k`"),
        ("x.md", '<d-cite key="a,b">', "k:1", '<d-cite key="k:1,k:1">'),
        ("x.tex", r"\cite[3]{a, b}", "k", r"\cite[3]{k, k}"),
        ("x.typ", "@a[p. 3] #cite(<b>)", "k", "@k[p. 3] #cite(<k>)"),
        ("x.typ", "see @a.", "k/1", 'see #cite(label("k/1")).'),
        ("x.typ", '#cite(label("a"))', "k/1", '#cite(label("k/1"))'),
        ("x.rst", ":cite:p:`a,b`", "k", ":cite:p:`k,k`"),
        ("x.org", "[cite:@a] cite:b", "k", "[cite:@k] cite:k"),
        ("x.adoc", "cite:[a(3)]", "k", "cite:[k(3)]"),
    ],
)
def test_a_key_is_changed_in_place(path: str, text: str, key: str, expected: str) -> None:
    edits = [write_key(use, key) for use in read_cited_keys(text, path).uses]
    assert apply_edits(text, [edit for edit in edits if edit]) == expected


@pytest.mark.parametrize(
    ("path", "text", "key"),
    [
        ("x.tex", r"\cite{a}", "k,1"),
        ("x.md", "@a", "two words"),
        ("x.typ", "@a[p. 3]", "k/1"),
        ("x.typ", "#cite(<a>)", "k/1"),
        ("x.rst", ":cite:`a`", "k{1}"),
        ("x.aux", r"\citation{a}", "k"),
    ],
)
def test_a_key_that_a_notation_cannot_hold_is_not_written(path: str, text: str, key: str) -> None:
    (use,) = read_cited_keys(text, path).uses
    assert write_key(use, key) is None


def test_keys_of_notebooks_are_written_as_json() -> None:
    cell = {"cell_type": "markdown", "source": ["«é» @müller, \\cite{b}\n", '@{c:"1"}']}
    for ascii_only in (True, False):
        text = json.dumps({"cells": [cell], "nbformat": 4}, ensure_ascii=ascii_only)
        uses = read_cited_keys(text, "x.ipynb").uses
        assert [use.key for use in uses] == ["müller", "b", 'c:"1"']
        spans = [json.loads(f'"{text[use.span.start : use.span.end]}"') for use in uses]
        assert spans == ["müller", "b", 'c:"1"']
        edits = [write_key(use, key) for use, key in zip(uses, ["ä", "k", 'q"'], strict=True)]
        written = json.loads(apply_edits(text, [edit for edit in edits if edit]))
        assert "".join(written["cells"][0]["source"]) == '«é» @ä, \\cite{k}\n@{q"}'


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("x.ipynb", "{", "unread-notebook"),
        ("x.md", "---\na: @b\n---\n", "draft-metadata"),
        ("x.bcf", "no xml", "unread-control-file"),
        ("x.bcf", "", "unread-control-file"),
    ],
)
def test_files_that_are_broken_are_said_to_be(path: str, text: str, code: str) -> None:
    (diagnostic,) = read_cited_keys(text, path).diagnostics
    assert diagnostic.code == code
    assert diagnostic.path == path


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("", "\\documentclass{article}\\cite{a}"),
        ("paper", "#set page()\n@a"),
        ("-", '{"cells": [{"cell_type": "markdown", "source": "@a"}]}'),
        ("-", "x :cite:`a`"),
        ("-", "#+title: x\n[cite:@a]"),
        ("-", "<!doctype html><d-cite key=a>"),
        ("-", "\\relax\n\\citation{a}"),
        ("-", "plain [@a]"),
        ("X.TEX", "\\cite{a}"),
    ],
)
def test_a_file_without_a_known_suffix_is_read_by_its_content(path: str, text: str) -> None:
    assert [use.key for use in read_cited_keys(text, path).uses] == ["a"]


@pytest.mark.parametrize("suffix", READERS)
def test_every_suffix_has_a_reader_that_takes_nothing(suffix: str) -> None:
    assert read_cited_keys("", f"x{suffix}").uses == ()


def test_names_of_files_are_completed() -> None:
    assert included_names("ch1.tex", "paper.tex") == ("ch1.tex",)
    assert included_names("part", "x.md") == ("part",)
    assert bibliography_names("a.b") == ("a.b.bib", "a.b")


def test_commands_are_counted() -> None:
    assert read_cited_keys(r"\cite{a,b}\citep{a}", "x.tex").commands == {"cite": 2, "citep": 1}
