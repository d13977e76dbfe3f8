"""References made up by Hypothesis, shared by the tests of the formats."""

from hypothesis import strategies as st

from citekit.fields.edtf import is_possible
from citekit.formats.bib_table import rows_for
from citekit.model.reference import (
    CitationKey,
    Date,
    DateParts,
    DateRange,
    Literal,
    Name,
    PersonalName,
    Reference,
)
from citekit.model.spans import Origin
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)

# Letters of several scripts, all that means something to TeX, JSON or HTML, and typography.
_LETTERS = "abcXYZ éßøŁ김日Жλ 019 .,:;!?'\"()[]{}\\&%$#_~^<>=@/`|*+-–—’“”…§"

keys = st.text("abcXYZ019:-_", min_size=1, max_size=8).map(
    lambda text: CitationKey(f"k{text.strip('-')}")
)


def _tidy(text: str) -> str:
    return " ".join(filter(None, text.split(" ")))


def _tidy_texts(letters: str) -> st.SearchStrategy[str]:
    return st.text(letters, min_size=1, max_size=30).map(_tidy).filter(bool)


tidy_texts = _tidy_texts(_LETTERS)
_texts_without_tags = _tidy_texts(_LETTERS.replace("<", ""))
marked_up_texts = st.builds(
    lambda before, tag, inside, after: f"{before} <{tag}>{inside}</{tag}> {after}",
    _texts_without_tags,
    st.sampled_from(["i", "b", "sup", "sub"]),
    _texts_without_tags,
    _texts_without_tags,
)
texts = tidy_texts | marked_up_texts
hostile_texts = st.text(max_size=40) | st.text('{}\\%$\x00\ud800\n"@,=#~^_&<i>/', max_size=20)

_name_words = st.text("abcXYZéßŁ김'-’.", min_size=1, max_size=8).filter(
    lambda text: any(letter.isalpha() for letter in text)
)
_capitals = _name_words.map(lambda word: f"B{word}")
_particles = st.sampled_from(["", "", "", "von", "van der", "de la", "d’"])


@st.composite
def _personal_names(draw: st.DrawFn) -> PersonalName:
    particle = draw(_particles)
    return PersonalName(
        family=" ".join(draw(st.lists(_capitals, min_size=1, max_size=2))),
        given=draw(_capitals),
        dropping_particle=particle,
        suffix=draw(st.sampled_from(["", "", "Jr.", "III"])),
    )


names: st.SearchStrategy[Name] = _personal_names() | st.builds(Literal, tidy_texts)
name_lists = st.lists(names, min_size=1, max_size=3).map(tuple)


@st.composite
def date_parts(draw: st.DrawFn, years: tuple[int, int] = (1, 9999)) -> DateParts:
    year = draw(st.integers(*years))
    season = draw(st.sampled_from([0, 0, 0, 1, 2, 3, 4]))
    month = 0 if season else draw(st.integers(0, 12))
    return DateParts(year, month, draw(st.integers(0, 28)) if month else 0, season)


@st.composite
def date_ranges(draw: st.DrawFn, years: tuple[int, int] = (1, 9999)) -> DateRange:
    start = draw(date_parts(years).filter(is_possible))
    end = draw(st.none() | st.just(start) | date_parts(years).filter(is_possible))
    return DateRange(start, end, draw(st.booleans()))


any_dates: st.SearchStrategy[Date] = date_ranges((-5000, 20000)) | st.builds(Literal, tidy_texts)
confidences = st.integers(0, 10_000).map(lambda number: number / 10_000)
origins = st.lists(
    st.builds(Origin, st.sampled_from(["a.txt", "b c.md"]), st.integers(0, 99), st.integers(99)),
    min_size=1,
    max_size=2,
).map(tuple)
extras = st.dictionaries(
    st.sampled_from(["x-note", "usera", "verbb"]),
    st.text("abcXYZéßŁ김日019", min_size=1, max_size=12),
    max_size=2,
)

# Whatever a reference may hold, in the order that any writer could be asked to keep.
references = st.builds(
    Reference,
    key=keys,
    type=st.sampled_from(ItemType),
    texts=st.dictionaries(st.sampled_from(TextVariable), texts, max_size=6),
    numbers=st.dictionaries(st.sampled_from(NumberVariable), tidy_texts, max_size=4),
    dates=st.dictionaries(st.sampled_from(DateVariable), any_dates, max_size=3),
    names=st.dictionaries(st.sampled_from(NameVariable), name_lists, max_size=3),
    origins=st.dictionaries(st.sampled_from(TextVariable), origins, max_size=2),
    confidence=st.dictionaries(st.sampled_from(TextVariable), confidences, max_size=2),
    aliases=st.lists(keys, max_size=2, unique=True).map(tuple),
    extra=extras,
)

hostile_names = st.builds(Literal, hostile_texts) | st.builds(
    PersonalName, hostile_texts, hostile_texts, hostile_texts, hostile_texts, hostile_texts
)
hostile_dates = (
    st.builds(Literal, hostile_texts)
    | date_ranges((-5000, 20000))
    | st.builds(
        lambda parts: DateRange(parts, parts),
        st.builds(
            DateParts,
            st.integers(-(10**6), 10**6),
            st.integers(-1, 30),
            st.integers(-1, 40),
            st.integers(-1, 9),
        ),
    )
)

# What no reader should give, but what a writer must live through.
hostile_references = st.builds(
    Reference,
    key=hostile_texts.map(CitationKey),
    type=st.sampled_from(ItemType),
    texts=st.dictionaries(st.sampled_from(TextVariable), hostile_texts, max_size=8),
    numbers=st.dictionaries(st.sampled_from(NumberVariable), hostile_texts, max_size=4),
    dates=st.dictionaries(st.sampled_from(DateVariable), hostile_dates, max_size=3),
    names=st.dictionaries(
        st.sampled_from(NameVariable), st.lists(hostile_names, max_size=3).map(tuple), max_size=3
    ),
    aliases=st.lists(hostile_texts.map(CitationKey), max_size=2).map(tuple),
    extra=st.dictionaries(hostile_texts, hostile_texts, max_size=2),
)

_URLS = st.text("abc019/?=&%_~#.-", min_size=1, max_size=20).map(lambda t: f"https://x.org/{t}")
_PAGES = st.sampled_from(["1", "12-15", "iii-x", "S12-S15", "12-15, 20", "e1005"])
_LANGUAGES = st.sampled_from(["en", "en-GB", "de", "ko", "ja", "pt-BR"])
_GENRES = st.sampled_from(["PhD thesis", "Master’s thesis", "Working paper", "R&D report"])
_SPECIAL_TEXTS = {
    TextVariable.URL: _URLS,
    TextVariable.DOI: st.sampled_from(["10.1000/a_b", "10.1000/(x)1:2<3>;4"]),
    TextVariable.LANGUAGE: _LANGUAGES,
    TextVariable.GENRE: _GENRES,
    TextVariable.PMID: st.just("123456"),
    TextVariable.PMCID: st.just("PMC12345"),
}


@st.composite
def biblatex_references(draw: st.DrawFn) -> Reference:
    """References all of which BibLaTeX can hold: what it cannot is listed in the docstring.

    That is: origins and confidence; which particle is a dropping one, in entries that have
    both; a family name of several words without a given name; dates that are none but for
    the issue; a subtype of its own.
    """
    item_type = draw(st.sampled_from(ItemType))
    rows = rows_for(item_type)
    chosen = draw(st.lists(st.sampled_from(rows), max_size=8, unique_by=lambda row: row.variable))
    texts_held: dict[TextVariable, str] = {}
    numbers: dict[NumberVariable, str] = {}
    dates: dict[DateVariable, Date] = {}
    names_held: dict[NameVariable, tuple[Name, ...]] = {}
    for row in chosen:
        match row.variable:
            case TextVariable():
                texts_held[row.variable] = draw(_SPECIAL_TEXTS.get(row.variable, texts))
            case NumberVariable():
                is_page = row.variable is NumberVariable.PAGE
                numbers[row.variable] = draw(_PAGES if is_page else tidy_texts)
            case DateVariable():
                dates[row.variable] = draw(date_ranges())
            case NameVariable():
                names_held[row.variable] = draw(name_lists)
    return Reference(
        key=draw(keys),
        type=item_type,
        texts=texts_held,
        numbers=numbers,
        dates=dates,
        names=names_held,
        aliases=tuple(draw(st.lists(keys, max_size=2, unique=True))),
        extra=draw(extras),
    )
