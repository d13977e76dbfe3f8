"""Citations that Zotero keeps in bookmarks: their codes stand, cut up, in the properties."""

from collections.abc import Iterable, Mapping

from citekit.readers.live.field_codes import FieldCode, FieldKind, FieldSources, read_field_code

_PREFIX = "ZOTERO_BREF_"


def read_bookmarks(properties: Iterable[tuple[str, str]]) -> Mapping[str, FieldCode]:
    """What bookmarks mean, by their names; ``properties`` are names and values.

    The code of the bookmark ``ZOTERO_BREF_x`` is cut into properties ``ZOTERO_BREF_x_1`` and so on.
    """
    codes: dict[str, dict[int, str]] = {}
    for name, value in properties:
        bookmark, _, number = name.rpartition("_")
        if bookmark.startswith(_PREFIX) and number.isdecimal():
            codes.setdefault(bookmark, {})[int(number[:6])] = value
    found: dict[str, FieldCode] = {}
    for bookmark, chunks in codes.items():
        code = "".join(chunks[number] for number in sorted(chunks))
        meaning = read_field_code(code, "", FieldSources())
        if meaning.kind is not FieldKind.TEXT:
            found[bookmark] = meaning
    return found
