"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from citekit.errors import ConfigError
from citekit.pipeline.output_files import write_file


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
