"""What `check` says of keys in real drafts is exactly the gold's: missing, unused and doubled."""

import json
from collections.abc import Iterable

import pytest
from gold_data import data_folder

from citekit.checker.finding import Finding
from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.running import check_texts
from citekit.pipeline.tidying import read_bib_text

SETS = ("drafts-distill", "drafts-joss", "drafts-latex")
RULES = {
    "missing": {"CIT001", "CIT002", "CIT003"},
    "unused": {"CIT004"},
    "duplicate_keys": {"KEY002"},
}


@pytest.mark.parametrize("name", SETS)
def test_check_finds_the_missing_unused_and_doubled_keys_of_the_gold(name: str) -> None:
    folder = data_folder("documents")
    lines = (folder / "manifest.jsonl").read_text("utf-8").splitlines()
    for document in (one for line in lines if (one := json.loads(line))["set"] == name):
        paths = (document["path"], document["bib_path"])
        texts = {path: read_bib_text(str(folder / path)) for path in paths}
        findings = check_texts(texts, CheckSettings()).findings
        found = {what: _keys(findings, codes, texts) for what, codes in RULES.items()}
        gold = document["gold"]["consistency"]
        assert found == {what: gold[what] for what in RULES}, document["id"]


def _keys(findings: Iterable[Finding], codes: set[str], texts: dict[str, str]) -> list[str]:
    """The keys under the findings of rules with ``codes``, each once."""
    return sorted(
        {
            texts[one.path][one.problem.span.start : one.problem.span.end]
            for one in findings
            if one.code in codes
        }
    )
