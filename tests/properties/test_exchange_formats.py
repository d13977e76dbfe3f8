"""What the exchange formats promise, whatever the references."""

from contextlib import suppress
from dataclasses import replace

import formats_strategies as made_up
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.errors import ReadError
from citekit.formats.inline_markup import format_markup, parse_markup
from citekit.formats.inverted_names import format_inverted, parse_inverted
from citekit.formats.nbib_dates import format_nbib_date, parse_nbib_date
from citekit.formats.pandoc_markup import format_pandoc, parse_pandoc
from citekit.formats.registry import FORMATS, Format, format_named
from citekit.formats.results import WriteOptions
from citekit.formats.yaml_text import format_yaml, parse_yaml
from citekit.model.reference import DateRange, PersonalName, Reference
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable

FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NEW = ("csl-yaml", "hayagriva", "endnote-xml", "enw", "nbib", "mods", "tei", "jats")
ENTRIES = [pytest.param(entry, id=entry.name) for entry in FORMATS if entry.name in NEW]
# Every variable has a place in these, but for markup, particles and lists in odd forms.
WHOLE = ("mods", "tei", "jats")


def _round(entry: Format, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    assert entry.write is not None
    assert entry.read is not None
    return entry.read(entry.write(references, WriteOptions()).text, "x").references


@pytest.mark.parametrize("entry", ENTRIES)
@FEW
@given(references=st.lists(made_up.references, max_size=2))
def test_what_was_read_is_written_and_read_alike(
    entry: Format, references: list[Reference]
) -> None:
    unique = {reference.key: reference for reference in references}
    first = _round(entry, tuple(unique.values()))
    assert len(first) == len(unique)
    assert _round(entry, first) == first


@FEW
@given(st.lists(made_up.references, max_size=3))
def test_csl_yaml_holds_every_reference_whole(references: list[Reference]) -> None:
    assert _round(format_named("csl-yaml"), tuple(references)) == tuple(references)


_names = st.builds(
    PersonalName,
    st.sampled_from(["Berg", "De Niro", "Łukasz", "김"]),
    st.sampled_from(["Ada", "C. D.", "Jean-Luc"]),
    st.sampled_from(["", "von"]),
    st.sampled_from(["", "van der"]),
    st.sampled_from(["", "Jr.", "III"]),
)
_words = st.text(
    "abcXYZ éßŁ김日 019 .!?'\"()[]{}\\&%$#_~^=@/`|*+-–—§", min_size=1, max_size=20
).map(lambda text: " ".join(text.split()))
_held = st.builds(
    Reference,
    key=made_up.keys,
    type=st.sampled_from(ItemType),
    texts=st.dictionaries(
        st.sampled_from(sorted(set(TextVariable) - {TextVariable.KEYWORD, TextVariable.LANGUAGE})),
        _words.filter(bool),
        max_size=5,
    ),
    dates=st.dictionaries(st.sampled_from(DateVariable), made_up.date_ranges(), max_size=2),
    names=st.dictionaries(
        st.sampled_from(NameVariable), st.lists(_names, min_size=1, max_size=2).map(tuple)
    ),
    aliases=st.lists(made_up.keys, max_size=2, unique=True).map(tuple),
    extra=made_up.extras,
)


@pytest.mark.parametrize("name", WHOLE)
@FEW
@given(reference=_held)
def test_xml_with_typed_notes_holds_what_is_not_odd(name: str, reference: Reference) -> None:
    found = _round(format_named(name), (reference,))[0]
    assert (found.key, found.names, found.dates, found.aliases, found.extra) == (
        reference.key,
        reference.names,
        reference.dates,
        reference.aliases,
        reference.extra,
    )
    if name != "jats":
        assert found == reference


@FEW
@given(_names)
def test_names_come_back_from_one_text(name: PersonalName) -> None:
    assert parse_inverted(format_inverted(name)) == name


@FEW
@given(made_up.date_ranges((1, 9999)))
def test_dates_of_medline_come_back(date: DateRange) -> None:
    held = replace(date, circa=False, end=date.end or date.start)
    assert parse_nbib_date(format_nbib_date(held)) == held


@FEW
@given(made_up.texts | made_up.hostile_texts)
def test_markup_is_taken_apart_without_loss(text: str) -> None:
    plain = text.replace("<sc>", "").replace("</sc>", "")
    assert format_markup(parse_markup(plain)).replace("<i></i>", "") == plain.replace("<i></i>", "")


@FEW
@given(made_up.texts | _words)
def test_markdown_gives_the_text_back(text: str) -> None:
    assert parse_pandoc(format_pandoc(text)) == text


_SCALARS = st.text(max_size=12).filter(
    lambda text: text.encode("utf-8", "replace") == text.encode("utf-8", "surrogatepass")
)


@FEW
@given(
    st.dictionaries(
        _SCALARS,
        st.recursive(
            _SCALARS
            | st.sampled_from(["no", "2001-02-03", "1e3", "0x1", "null", "~", "a: b", "-"]),
            lambda inner: st.dictionaries(_SCALARS, inner, min_size=1, max_size=3),
        )
        | st.lists(_SCALARS, min_size=1, max_size=3),
        min_size=1,
        max_size=3,
    )
)
def test_yaml_gives_every_text_back(value: dict[str, object]) -> None:
    if "<<" not in str(value):
        assert parse_yaml(format_yaml(value), "x") == value


@FEW
@given(st.text("a: -[]{}&*!|>'\"#\n~,<b/", max_size=60))
def test_any_text_is_yaml_or_refused(text: str) -> None:
    for name in ("csl-yaml", "hayagriva"):
        read = format_named(name).read
        assert read is not None
        with suppress(ReadError):
            assert isinstance(read(text, "x").references, tuple)
