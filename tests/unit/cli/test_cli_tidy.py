"""``citekit tidy``: in place, or nothing written at all."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from citekit.cli.tidy import command
from citekit.formats.bib_tidy.transforms import TRANSFORMS

UNTIDY = b"@Book{k, Title={T\xe9}}\n"
TIDY = b"@book{k,\n  title = {T\xe9},\n}\n"
FAULTY = b"@Book{k, Title={T} Year=1}\n"


def run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", "tidy", *arguments],
        input=data,
        capture_output=True,
        check=False,
        timeout=60,
    )


def _files(folder: Path, *contents: bytes) -> list[Path]:
    paths = [folder / f"{number}.bib" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def test_files_are_tidied_in_place_and_other_encodings_stay(tmp_path: Path) -> None:
    paths = _files(tmp_path, UNTIDY, TIDY)
    stamp = paths[1].stat().st_mtime_ns
    done = run(*map(str, paths))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert [path.read_bytes() for path in paths] == [TIDY, TIDY]
    assert paths[1].stat().st_mtime_ns == stamp
    assert sorted(tmp_path.iterdir()) == paths


def test_stdin_goes_to_stdout() -> None:
    done = run("-", data=UNTIDY)
    assert (done.returncode, done.stdout) == (0, TIDY)


def test_an_output_leaves_the_file(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, UNTIDY)
    target = tmp_path / "new" / "out.bib"
    assert run(str(path), "-o", str(target)).returncode == 0
    assert target.read_bytes() == TIDY
    assert run(str(path), "-o", "-").stdout == TIDY
    assert path.read_bytes() == UNTIDY


def test_check_writes_nothing_and_says_which_files_would_change(tmp_path: Path) -> None:
    paths = _files(tmp_path, UNTIDY, TIDY)
    done = run("--check", *map(str, paths))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"{paths[0]}: would change\n"
    assert paths[0].read_bytes() == UNTIDY
    assert run("--check", str(paths[1])).returncode == 0


def test_diff_writes_nothing_but_the_difference(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, UNTIDY.rstrip())
    done = run("--diff", str(path))
    assert done.returncode == 0
    assert done.stdout.decode("latin-1") == (
        f"--- {path}\n+++ {path} (tidy)\n@@ -1 +1,3 @@\n-@Book{{k, Title={{T\xe9}}}}\n"
        "\\ No newline at end of file\n+@book{k,\n+  title = {T\xe9},\n+}\n"
    )
    assert path.read_bytes() == UNTIDY.rstrip()
    assert run("--diff", "--check", str(path)).returncode == 1
    assert run("--diff", "-", data=TIDY).stdout == b""


def test_a_faulty_entry_stays_and_is_reported(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, FAULTY + b"@Misc{m}\n")
    done = run(str(path))
    assert path.read_bytes() == FAULTY + b"@misc{m,\n}\n"
    assert b"0.bib:1:19: warning: there is no comma" in done.stderr
    assert done.returncode == 0
    broken = run("-", data=b"@book{k, a = {b\n")
    assert broken.returncode == 1
    assert broken.stdout == b"@book{k, a = {b\n"


def test_options_reach_the_layout() -> None:
    options = ("--tabs", "--align", "none", "--sort", "-year, key", "--order", "title")
    data = b"@misc{a, year=1, title={}}\n@misc{b, year=2}\n"
    done = run("-", *options, "--remove-empty", "--no-case", data=data)
    assert done.stdout == b"@misc{b,\n\tyear = 2,\n}\n\n@misc{a,\n\tyear = 1,\n}\n"
    done = run("-", "--indent", "1", "--align", "6", data=b"@misc{a, year=1}")
    assert done.stdout == b"@misc{a,\n year   = 1,\n}\n"


def test_escapes_become_characters_and_back() -> None:
    data = "@misc{k,\n  title = {Stra{\\ss}e},\n}\n"
    done = run("-", "--unicode", data=data.encode())
    assert done.stdout.decode() == data.replace("{\\ss}", "ß")
    again = run("-", "--ascii", data=done.stdout)
    assert again.stdout.isascii()
    assert run("-", "--unicode", "--ascii", data=done.stdout).returncode == 2


def test_each_transform_has_its_option() -> None:
    parameters = inspect.signature(command).parameters
    options = {"empty": "remove_empty", "unicode": "unicode", "ascii": "ascii_only"}
    for transform in TRANSFORMS:
        assert options.get(transform.name, f"no_{transform.name}") in parameters
    offered = {name.removeprefix("no_") for name in parameters if name.startswith("no_")}
    assert offered == {transform.name for transform in TRANSFORMS if transform.is_default}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-file.bib"],
        ["-", "-o", "a.bib", "--check"],
        ["-", "a.bib", "-o", "b.bib"],
        ["-", "--align", "wide"],
        ["-", "--align", "²"],
        ["-", "--indent", "-1"],
        ["-", "--sort", "key,,year"],
    ],
)
def test_wrong_use_is_a_message_and_status_2(arguments: list[str]) -> None:
    done = run(*arguments, data=UNTIDY)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_utf_16_is_refused_and_no_file_is_written(tmp_path: Path) -> None:
    paths = _files(tmp_path, UNTIDY, "@book{k}".encode("utf-16"))
    done = run(*map(str, paths))
    assert done.returncode == 2
    assert b"UTF-16" in done.stderr
    assert paths[0].read_bytes() == UNTIDY
