"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from citekit.errors import ConfigError
from citekit.pipeline.output_files import write_file, write_files_bytes


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "new" / "out.bib"
    write_file(target, "one\n")
    target.chmod(0o640)
    write_file(target, "two ü\n")
    assert target.read_bytes() == "two ü\n".encode()
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(target.parent.iterdir()) == [target]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_device_is_written_to() -> None:
    write_file(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigError, match="out"):
        write_file(tmp_path / "file" / "out", "y")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_several_files_are_written_together(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    write_files_bytes({one: b"I", two: b"II"})
    assert (one.read_bytes(), two.read_bytes()) == (b"I", b"II")
    assert len(list(tmp_path.iterdir())) == 2


def test_none_of_several_is_written_if_one_cannot_be(tmp_path: Path) -> None:
    one, folder = tmp_path / "one", tmp_path / "folder"
    one.write_bytes(b"1")
    with pytest.raises(ConfigError, match="cannot be written"):
        write_files_bytes({one: b"I", tmp_path / "none" / "two": b"II"})
    folder.mkdir()
    (folder / "x").touch()
    with pytest.raises(ConfigError, match="cannot be written"):
        write_files_bytes({one: b"I", tmp_path / "new": b"N", folder: b"F"})
    assert one.read_bytes() == b"1"
    assert sorted(it.name for it in tmp_path.iterdir()) == ["folder", "one"]


def test_files_written_before_one_that_fails_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("one", "new", "three")]
    paths[0].write_bytes(b"1")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "three":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(ConfigError, match="three: cannot be written: Permission denied"):
        write_files_bytes(dict.fromkeys(paths, b"new"))
    assert [(it.name, it.read_bytes()) for it in tmp_path.iterdir()] == [("one", b"1")]
