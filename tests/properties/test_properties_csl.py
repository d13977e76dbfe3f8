"""What holds for every set of works in every style: nothing raises, markup is closed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from citekit.csl import WRITERS, Citation, Cite, Item, Processor, Style, find_style, read_item
from citekit.csl.markup import with_links
from citekit.model.variables import ItemType

STYLES = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "ieee",
    "modern-language-association",
    "din-1505-2-alphanumeric",
    "china-national-standard-gb-t-7714-2015-numeric",
)
BARE = Cite("")
SORTED = "modern-language-association"
"""Sorted, without numbers, without letters behind years that follow the order."""

_SCRAPS = st.sampled_from(
    (
        "word", "Über", "漢字", "שלום", " ", "  ", ".", ",", ": ", "?", "!", "-", "–", "&", "1",
        "23", "4–5", "“", "”", '"', "'", "’", "«", "»", "<", "<i>", "</i>", "<b>", "</b>",
        "<sup>", "</sup>", '<span class="nocase">', "</span>", "\\", "{", "}", "$", "%", "#", "_",
        "*", "[", "]", "\n", "\t", "\x00", "\ud800", "\u202e", "\ue000", "\ue001",
        "https://x.org/a?b&c", "javascript:x",
    )
)  # fmt: skip
texts = st.lists(_SCRAPS, max_size=8).map("".join)
names = st.one_of(
    texts,
    st.fixed_dictionaries({"family": texts}, optional={"given": texts, "suffix": texts}),
    st.fixed_dictionaries({"literal": texts}),
)
numbers = st.one_of(
    st.integers(-3, 3000), texts, st.none(), st.floats(), st.lists(texts, max_size=2)
)
dates = st.one_of(
    st.fixed_dictionaries({"date-parts": st.lists(st.lists(numbers, max_size=4), max_size=3)}),
    st.fixed_dictionaries({"raw": texts}),
    st.fixed_dictionaries({"literal": texts}),
    texts,
)
records = st.fixed_dictionaries(
    {"type": st.sampled_from([one.value for one in ItemType]), "title": texts},
    optional={
        "author": st.lists(names, max_size=4),
        "editor": st.lists(names, max_size=2),
        "issued": dates,
        "accessed": dates,
        "container-title": texts,
        "publisher": texts,
        "volume": numbers,
        "issue": numbers,
        "page": numbers,
        "edition": numbers,
        "DOI": texts,
        "URL": texts,
        "note": texts,
        "language": st.sampled_from(("", "en", "de-DE", "tr", "zh-CN", "?")),
    },
)
libraries = st.lists(records, min_size=1, max_size=5)
cites = st.builds(Cite, st.just(""), locator=texts, prefix=texts, suffix=texts)
styles = st.sampled_from(STYLES)
few = settings(max_examples=30, deadline=None)


@cache
def style_of(name: str) -> Style:
    return find_style(name)


def items_of(library: Sequence[Mapping[str, object]]) -> list[Item]:
    return [read_item({**record, "id": f"k{n}"}) for n, record in enumerate(library)]


def printed(
    style: Style, items: Sequence[Item], markup: str, around: Cite = BARE
) -> tuple[list[str], list[str]]:
    """Citations of each work alone and of all together, and the bibliography."""
    processor = Processor(style, items)
    cites = tuple(replace(around, id=item.id) for item in items)
    groups = [*((cite,) for cite in cites), cites, (*cites[:1], Cite("k99"))]
    citations = [Citation(group, note_number=n) for n, group in enumerate(groups, start=1)]
    writer = with_links(WRITERS[markup])
    return (
        [one.text for one in processor.cite(citations, writer)],
        [entry.text for entry in processor.bibliography(writer).entries],
    )


@few
@given(styles, st.sampled_from(sorted(WRITERS)), libraries, cites)
def test_whatever_the_works_are_they_print(
    name: str, markup: str, library: list[dict[str, object]], around: Cite
) -> None:
    cited, entries = printed(style_of(name), items_of(library), markup, around)
    assert len(cited) == len(library) + 2
    assert len(entries) <= len(library)
    # What is printed can be encoded.
    "".join([*cited, *entries]).encode("utf-8")


@few
@given(styles, libraries, cites)
def test_html_is_closed_and_holds_no_markup_of_the_works(
    name: str, library: list[dict[str, object]], around: Cite
) -> None:
    cited, entries = printed(style_of(name), items_of(library), "html", around)
    for text in (*cited, *entries):
        for element in etree.fromstring(f"<div>{text}</div>").iter():
            assert element.tag in {"a", "b", "div", "em", "i", "span", "sub", "sup"}
            assert set(element.attrib) <= {"class", "href", "style"}
            assert not str(element.get("href", "")).lower().startswith("javascript")


@few
@given(styles, libraries)
def test_the_same_works_print_the_same(name: str, library: list[dict[str, object]]) -> None:
    first = printed(style_of(name), items_of(library), "markdown")
    assert printed(style_of(name), items_of(library), "markdown") == first


def without_dashes(style: Style) -> Style:
    """``style`` with all names printed: a dash depends on the entry before."""
    section = style.bibliography
    assert section is not None
    dashes = {"subsequent-author-substitute", "subsequent-author-substitute-rule"}
    options = {name: value for name, value in section.options.items() if name not in dashes}
    return replace(style, bibliography=replace(section, options=options))


@few
@given(libraries, st.randoms(use_true_random=False))
def test_a_sorted_bibliography_has_the_same_entries_in_any_order(
    library: list[dict[str, object]], random: Random
) -> None:
    style, items = without_dashes(style_of(SORTED)), items_of(library)
    shuffled = random.sample(items, len(items))
    ours, theirs = (printed(style, given, "text")[1] for given in (items, shuffled))
    assert Counter(ours) == Counter(theirs)


@few
@given(styles, st.lists(st.text("abc .:?", max_size=12), min_size=1, max_size=3))
def test_plain_text_holds_no_markup(name: str, titles: list[str]) -> None:
    library = [
        {
            "type": "article-journal" if number % 2 else "book",
            "title": f"<i>{title}</i> <b>b</b><sup>2</sup> <span class='nocase'>c</span> d",
            "container-title": "<i>J</i>",
            "author": [{"family": "<i>F</i>", "given": "G"}],
        }
        for number, title in enumerate(titles)
    ]
    cited, entries = printed(style_of(name), items_of(library), "text")
    assert not [text for text in (*cited, *entries) if "<" in text or ">" in text]
