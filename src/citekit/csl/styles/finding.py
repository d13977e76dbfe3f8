"""A style found by its name, its id or the path of its file."""

from dataclasses import replace
from pathlib import Path

from citekit.csl.reading import read_style
from citekit.csl.style_nodes import Style
from citekit.csl.styles.folders import SUFFIX, style_named
from citekit.csl.styles.names import style_name
from citekit.csl.styles.renamed import new_name
from citekit.csl.styles.suggestions import near_styles
from citekit.errors import StyleError


def find_style(name_or_path: str) -> Style:
    """The style called ``name_or_path``, or in the file there.

    A name is that of a file in ``styles/`` of the current directory, of one of our own styles,
    or of an official one; an id (``http://www.zotero.org/styles/apa``), capitals and blanks for
    hyphens will do. A dependent style comes joined with its parent.

    Raises:
        StyleError: there is no such style, and the message names those that come near; or it
            is faulty, and the message lists the faults.
    """
    path = _path(name_or_path)
    name = path.name.removesuffix(SUFFIX)
    style = read_style(_content(path), _shown(path, name_or_path), find_parent=_parent)
    return replace(style, info=replace(style.info, name=name))


def _path(name_or_path: str) -> Path:
    given = Path(name_or_path)
    is_path = "://" not in name_or_path and (
        given.name != name_or_path or name_or_path.lower().endswith(SUFFIX)
    )
    if is_path and _is_file(given):
        return given
    name = style_name(name_or_path)
    if is_path and (given.name != name_or_path or not name):
        raise StyleError(f"no such style file: {name_or_path}")
    found = _named(name)
    if found is None:
        raise StyleError(_unknown(name_or_path))
    return found


def _named(name: str) -> Path | None:
    return (style_named(name) or style_named(new_name(name))) if name else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that the system cannot have
        return False


def _shown(path: Path, given: str) -> str:
    """The name of the file in messages: as it was given, else without the way to it."""
    return given if path == Path(given) else path.name


def _unknown(given: str) -> str:
    near = near_styles(given)
    *others, last = near or ("",)
    guess = f"{', '.join(others)} or {last}" if others else last
    return (
        f"unknown style {given!r}{f'; did you mean {guess}?' if guess else ''}\n"
        "  Search with 'citekit styles WORDS', or give the path of a .csl file."
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StyleError(f"{path}: cannot be read: {error.strerror}") from error


def _parent(identifier: str) -> bytes:
    name = style_name(identifier)
    path = _named(name)
    if path is None:
        raise StyleError(
            f"the style is an alias of {identifier!r}, which is not there\n"
            f"  Put it into styles/ as '{name or 'NAME'}{SUFFIX}'."
        )
    return _content(path)
