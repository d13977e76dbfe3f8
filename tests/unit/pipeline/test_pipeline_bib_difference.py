"""The difference between two states of a file, as ``patch`` takes it."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.pipeline.bib_difference import difference

_LINES = st.lists(
    st.sampled_from(["@misc{a,\n", "@misc{b,\n", "}\n", "\n", "  x = {1},\n", "  y\r\n"]),
    max_size=12,
).map("".join)
_ENDS = st.sampled_from(["", "z"])


def test_nothing_is_no_difference() -> None:
    assert difference("a.bib", "x\n", "x\n") == ""


def test_the_form_is_that_of_a_unified_diff() -> None:
    before = "".join(f"{number}\n" for number in range(20))
    after = before.replace("\n3\n", "\n3a\n3b\n").replace("\n16\n", "\n")
    assert difference("a.bib", before, after) == (
        "--- a.bib\n+++ a.bib (tidy)\n@@ -1,7 +1,8 @@\n 0\n 1\n 2\n-3\n+3a\n+3b\n 4\n 5\n 6\n"
        "@@ -14,7 +15,6 @@\n 13\n 14\n 15\n-16\n 17\n 18\n 19\n"
    )


@pytest.mark.skipif(not shutil.which("patch"), reason="needs the program patch")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_LINES, _LINES, _ENDS, _ENDS)
def test_patch_makes_the_one_of_the_other(
    tmp_path: Path, before: str, after: str, end: str, new_end: str
) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes((before + end).encode())
    changes = difference("a.bib", before + end, after + new_end)
    if changes:
        patch = ["patch", "--binary", "-s", str(path)]
        subprocess.run(patch, input=changes.encode(), check=True, cwd=tmp_path)
    left = path.read_bytes() if path.exists() else b""
    assert left == (after + new_end).encode()


def test_many_equal_lines_take_no_longer_than_others() -> None:
    before = "@misc{a,\n" + "  x = {1},\n" * 60_000 + "}\n"
    start = time.perf_counter()
    difference("a.bib", before, before.replace(" = ", "="))
    many = "".join(f"@misc{{k{number},\n  x = {{1}}\n}}\n" for number in range(20_000))
    difference("a.bib", many, many.replace("}\n}", "},\n}"))
    assert time.perf_counter() - start < 5


def test_a_line_of_a_long_document_is_compared_with_that_in_its_place() -> None:
    before = "".join(f"line {number}\n" for number in range(2_000))
    found = difference(
        "a.md", before, before.replace("line 1000\n", "other\n"), what="keys renamed"
    )
    assert found == (
        "--- a.md\n+++ a.md (keys renamed)\n@@ -998,7 +998,7 @@\n line 997\n line 998\n line 999\n"
        "-line 1000\n+other\n line 1001\n line 1002\n line 1003\n"
    )
