"""The keys that real drafts cite, and those missing, unused and doubled, are exactly the gold's."""

import json
from collections import Counter

import pytest
from gold_data import data_folder

from citekit.drafts.key_uses.reading import read_cited_keys
from citekit.formats.bib_syntax.parser import parse_bib

SETS = ("drafts-distill", "drafts-joss", "drafts-latex")


@pytest.mark.parametrize("name", SETS)
def test_keys_are_cited_missing_unused_and_doubled_as_in_the_gold(name: str) -> None:
    folder = data_folder("documents")
    lines = (folder / "manifest.jsonl").read_text("utf-8").splitlines()
    documents = [document for line in lines if (document := json.loads(line))["set"] == name]
    for document in documents:
        text = (folder / document["path"]).read_bytes().decode("utf-8")
        source = parse_bib((folder / document["bib_path"]).read_bytes().decode("utf-8"))
        defined = Counter(entry.key for entry in source.entries())
        cited = {use.key for use in read_cited_keys(text, document["path"]).uses}
        assert {
            "cited": sorted(cited),
            "defined": sorted(defined),
            "missing": sorted(cited - defined.keys()),
            "unused": sorted(defined.keys() - cited),
            "duplicate_keys": sorted(key for key, count in defined.items() if count > 1),
        } == document["gold"]["consistency"], document["id"]
