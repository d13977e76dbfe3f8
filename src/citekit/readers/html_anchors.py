"""The names that places of a page of HTML have, and those that links to them say."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from citekit.readers.html_elements import Element


def anchor_names(element: Element, file: str) -> tuple[str, ...]:
    """The names that a link can give to ``element``.

    They begin with ``file`` and a hash where the page is one of several files, each with a name.
    """
    source = element.source
    if not ("id" in source or "name" in source or "ID" in source):
        return ()
    keys = ("id", "name") if element.name == "a" else ("id",)
    names = (element.get(key) for key in keys)
    return tuple(f"{file}#{name}" if file else name for name in names if name)


def linked_anchor(target: str, file: str) -> str:
    """The name of the anchor that a link to ``target`` leads to, the link standing in ``file``."""
    path, _, fragment = target.rpartition("#")
    if not file:
        return fragment
    linked = normpath(join(dirname(file), unquote(path))) if path else file
    return f"{linked}#{fragment}"
