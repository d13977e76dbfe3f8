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


def test_more_options_reach_the_layout() -> None:
    options = ("--numeric", "--no-final-comma", "--remove", "x, y", "--enclose", "title")
    more = ("--max-authors", "1", "--wrap", "20", "--strip-enclosing", "--strip-comments")
    data = b"% c\n@misc{a, year={1}, title={T}, author={A and B}, x=1, note={{a bc def ghij}}}\n"
    done = run("-", "--align", "none", *options, *more, data=data)
    assert done.stdout.decode() == (
        "@misc{a,\n  year = 1,\n  title = {{T}},\n  author = {A and\n    others},\n"
        "  note = {a bc def\n    ghij}\n}\n"
    )


LIBRARY = b"@Book{a, author={Ada Voss}, year=1984}\n@book{b, crossref={a}}\n"


def test_keys_are_made_and_renamed_in_documents(tmp_path: Path) -> None:
    (path,) = _files(tmp_path, LIBRARY)
    text = tmp_path / "t.md"
    text.write_bytes(b"See [@a, p. 3] \xe9 and `@a`.\r\n")
    options = (str(path), "--keys", "[auth:lower][year]", "--rename-in", str(tmp_path))
    before = path.read_bytes(), text.read_bytes()
    checked = run(*options, "--check", "--diff")
    assert checked.returncode == 1
    assert checked.stderr.decode() == f"{path}: would change\n{text}: would change\n"
    assert b"+See [@voss1984, p. 3] \xe9 and `@a`.\r\n" in checked.stdout
    assert (path.read_bytes(), text.read_bytes()) == before
    assert run(*options, "--keys-only", "--keep-ids").returncode == 0
    assert path.read_bytes() == (
        b"@Book{voss1984, author={Ada Voss}, year=1984, ids={a}}\n"
        b"@book{voss1984a, crossref={voss1984}, ids={b}}\n"
    )
    assert text.read_bytes() == b"See [@voss1984, p. 3] \xe9 and `@a`.\r\n"
    assert run(*options, "--keys-only", "--check").returncode == 0
    assert sorted(it.name for it in tmp_path.iterdir()) == ["0.bib", "t.md"]


def test_keys_of_stdin_go_to_stdout() -> None:
    done = run("-", "--keys", "[auth]_[year]", "--sort", "key", data=LIBRARY)
    assert done.stdout.startswith(b"@book{Voss_1984a,\n  crossref = {Voss_1984},\n}\n\n@book{Voss_")


def test_escapes_become_characters_and_back() -> None:
    data = "@misc{k,\n  title = {Stra{\\ss}e},\n}\n"
    done = run("-", "--unicode", data=data.encode())
    assert done.stdout.decode() == data.replace("{\\ss}", "ß")
    again = run("-", "--ascii", data=done.stdout)
    assert again.stdout.isascii()
    assert run("-", "--unicode", "--ascii", data=done.stdout).returncode == 2


def test_each_transform_has_its_option() -> None:
    parameters = inspect.signature(command).parameters
    options = {
        "empty": "remove_empty",
        "unicode": "unicode",
        "ascii": "ascii_only",
        "numeric": "numeric",
        "enclosing": "strip_enclosing",
        "capitals": "drop_capitals",
        "comments": "strip_comments",
    }
    for transform in TRANSFORMS:
        assert options.get(transform.name, f"no_{transform.name}") in parameters
    offered = {name.removeprefix("no_") for name in parameters if name.startswith("no_")}
    offered.discard("final_comma")
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
        ["-", "--keys", "[foo]"],
        ["-", "--keep-ids"],
        ["-", "--keys", "[auth]", "--rename-in", "a.md"],
        ["a.bib", "--keys", "[auth]", "--rename-in", "a.md", "-o", "b.bib"],
        ["-", "--wrap", "-1"],
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
