"""What tidying promises, whatever the file."""

from bib_strategies import FILES, WELL_FORMED
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.tidying import tidy_source
from citekit.formats.bib_tidy.transforms import TRANSFORMS

_MANY = settings(max_examples=300, deadline=None)
_NAMES = [transform.name for transform in TRANSFORMS]
_OPTIONS = st.builds(
    TidyOptions,
    indent=st.sampled_from(["", "  ", "\t"]),
    align=st.sampled_from([None, 0, 14]),
    sort=st.sampled_from([(), ("key",), ("type", "-title"), ("a", "key")]),
    order=st.sampled_from([(), ("title", "a"), ("standard",)]),
    remove=st.sampled_from([(), ("a", "title")]),
    enclose=st.sampled_from([(), ("title",)]),
    most_names=st.sampled_from([0, 1, 2]),
    wrap=st.sampled_from([0, 1, 12, 40]),
    final_comma=st.booleans(),
    chosen=st.sampled_from(
        [
            frozenset(),
            frozenset({"empty"}),
            frozenset({"unicode"}),
            frozenset({"empty", "ascii"}),
            frozenset({"numeric", "capitals", "comments"}),
            frozenset({"numeric", "enclosing"}),
        ]
    ),
    left_out=st.frozensets(st.sampled_from(_NAMES)),
)
_ESCAPES = st.lists(
    st.sampled_from(
        [
            *"{}{}\\\\\"'ciaZ ",
            '\\"',
            "{\\'",
            "\\ss",
            "\\v{r}",
            "{\\'e}",
            "\\c ",
            "\\i",
            "\\emph{",
            "ä",
        ]
    ),
    max_size=16,
).map("".join)
_LAYOUT_ONLY = TidyOptions(left_out=frozenset(_NAMES))


def _tidy(text: str, options: TidyOptions) -> str:
    return tidy_source(parse_bib(text), options)


@_MANY
@given(st.one_of(FILES, WELL_FORMED, st.text()), _OPTIONS)
def test_what_is_tidy_stays_as_it_is(text: str, options: TidyOptions) -> None:
    once = _tidy(text, options)
    assert _tidy(once, options) == once


@_MANY
@given(st.one_of(FILES, WELL_FORMED))
def test_layout_changes_blanks_and_commas_alone(text: str) -> None:
    def signs(written: str) -> str:
        return "".join(letter for letter in written if letter not in " \t\r\n\0\ufeff\u200b,")

    assert signs(_tidy(text, _LAYOUT_ONLY)) == signs(text)


@_MANY
@given(st.one_of(FILES, WELL_FORMED))
def test_layout_changes_nothing_that_is_read(text: str) -> None:
    before = read_blocks(text, "x.bib")
    after = read_blocks(_tidy(text, _LAYOUT_ONLY), "x.bib")
    assert [(entry.type, entry.key, entry.fields) for entry in after.entries] == [
        (entry.type, entry.key, entry.fields) for entry in before.entries
    ]
    assert [item.code for item in after.diagnostics] == [item.code for item in before.diagnostics]


@_MANY
@given(WELL_FORMED, _OPTIONS)
def test_no_entry_is_lost(text: str, options: TidyOptions) -> None:
    before = sorted(entry.key for entry in parse_bib(text).entries())
    after = sorted(entry.key for entry in parse_bib(_tidy(text, options)).entries())
    assert after == before


@_MANY
@given(_ESCAPES)
def test_escapes_are_decoded_at_once(content: str) -> None:
    options = TidyOptions(chosen=frozenset({"unicode"}))
    once = _tidy(f"@misc{{k, a = {{{content}}}}}", options)
    assert _tidy(once, options) == once
