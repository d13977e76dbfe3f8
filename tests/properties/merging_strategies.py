"""Random libraries that are merged: entries much like one another, and linked ones."""

from collections.abc import Iterable, Mapping, Sequence

from hypothesis import strategies as st

_VALUES = {
    "author": ("Abe, Keiji", "Abe, K.", "Ono, Masao", "Abe, Keiji and Ono, M."),
    "title": ("Straits and ferries", "Straits & Ferries", "Straits", "{Tides} of Japan"),
    "journal": ("Coast Daily", "Journal of Harbour Studies", "J. Harbour Stud."),
    "year": ("2003", "2004", "n.d."),
    "volume": ("1", "2", "2(3)"),
    "pages": ("1--9", "1", "20-31"),
    "doi": ("10.1000/x", "10.1000/y"),
    "keywords": ("a, b", "b, c"),
    "file": ("x.pdf", "y.pdf"),
    "ids": ("k5", "k6", "a1"),
}
_LINKS = {"crossref": ("k0", "k1", "k4"), "xdata": ("x0", "x1", "x0,x1")}
_WHOLE_VALUES = {
    "title": ("Proceedings of the Coast", "Harbour Studies 2003", "Coasts and Harbours"),
    "editor": ("Sato, Yumi", "Sato, Y."),
    "year": ("2003", "2004"),
    "publisher": ("North", "North Press"),
    "isbn": ("9780306406157",),
    "volume": ("1", "2"),
    "xdata": ("x0",),
}
_PART_VALUES = {
    **{name: _VALUES[name] for name in ("title", "author", "pages", "doi", "keywords", "year")},
    "crossref": ("p0", "p1", "p2"),
}
_HEADS = ("", "% text\n", "@comment{c}\n")


@st.composite
def _entries(
    draw: st.DrawFn,
    types: Sequence[str],
    keys: Sequence[str],
    values: Mapping[str, Sequence[str]],
    always: Iterable[str] = ("title",),
) -> str:
    names = draw(st.lists(st.sampled_from(sorted(values)), unique=True, max_size=7))
    fields = ", ".join(
        f"{name} = {{{draw(st.sampled_from(values[name]))}}}"
        for name in dict.fromkeys((*always, *names))
    )
    return f"@{draw(st.sampled_from(types))}{{{draw(st.sampled_from(keys))}, {fields}}}\n"


def _files(*entries: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    texts = st.lists(st.one_of(*entries), max_size=6).map("\n".join)
    return st.tuples(st.sampled_from(_HEADS), texts).map("".join)


_KEYS = tuple(f"k{number}" for number in range(7))
_TYPES = ("article", "book", "inproceedings", "inbook", "proceedings", "misc")
_CONTAINERS = _entries(("xdata",), ("x0", "x1"), _VALUES)

LIBRARIES = _files(_entries(_TYPES, _KEYS, _VALUES))
"""Entries of all types without links."""

LINKED = _files(_entries(_TYPES, _KEYS, {**_VALUES, **_LINKS}), _CONTAINERS)
"""Entries that take over from any others: from themselves, in rings, from what is not there."""

PARTS_AND_WHOLES = _files(
    _entries(("inproceedings", "incollection", "inbook"), _KEYS, _PART_VALUES),
    _entries(("inproceedings",), _KEYS, _PART_VALUES, ("title", "crossref")),
    _entries(("proceedings", "book", "collection"), ("p0", "p1", "p2"), _WHOLE_VALUES),
    _entries(("xdata",), ("x0",), {"publisher": ("North", "South")}, ("publisher",)),
)
"""Papers and chapters that take over from volumes."""
