"""The page on findings lists every code, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/diagnostics.md").read_text("utf-8")
LISTED = set(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE))
# A code is the first argument of a finding, or stands in the enum or the constants that are.
GIVEN = re.compile(
    r"(?:Diagnostic\(\s*(?:code=)?|code=|\b(?:AMBIGUOUS|UNRESOLVED) = |_report\("
    r'|[A-Z_]+ = (?="(?:FMT|READ|short-form)))f?"'
    r'([a-z]+(?:-[a-z{][\w.{}-]*)+|unreadable|(?:READ|FMT)\d+)"'
    r'(?: if \w+ else "([a-z-]+)")?'
)


def given_codes() -> set[str]:
    stages = ("readers", "finder", "resolver", "formats", "bst", "drafts", "pipeline")
    texts = [
        path.read_text("utf-8")
        for stage in stages
        for path in (ROOT / "src/citekit" / stage).rglob("*.py")
    ]
    found = {code for text in texts for match in GIVEN.findall(text) for code in match if code}
    return {re.sub(r"\{.*\}", "…", code) for code in found}


def test_every_code_is_explained_and_no_other() -> None:
    assert given_codes() == LISTED
