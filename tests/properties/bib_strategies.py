"""Random ``.bib`` files: any signs that mean something in one, and well-formed entries."""

from hypothesis import strategies as st

DrawnEntry = tuple[str, list[tuple[str, str]], str, bool, str]
"""The head of an entry, its fields, what parts them, whether a comma ends them, what follows."""

_PIECES = st.sampled_from(
    [
        *'@{}()"#%=,\\ \n\t',
        "\r\n",
        "\r",
        "\0",
        "\ufeff",
        "@book{",
        "\n@Book{k,",
        "@article(k,",
        "@string{s = ",
        "@preamble{",
        "@comment{",
        "title = {T}",
        " year = 1984,",
        "\n  a = ",
        '"b"',
        "{c}",
        "{}",
        "k",
        "word",
        "é漢",
        "% so\n",
        "\\{",
        "\\}",
        "},\n",
        "}\n",
    ]
)
FILES = st.lists(_PIECES, max_size=30).map("".join)

_FIELDS = st.tuples(
    st.sampled_from(["a", "x-y", "Title", "month", "pages", "doi"]),
    st.sampled_from(
        [
            "{T}",
            "{{T} u}",
            '"T"',
            "jan",
            "{Jan.}",
            "1984",
            '"a" # b # {c}',
            '"a" # % so\n b',
            "{ü\n x}",
            "{ü\n @x{y}}",
            "{a\n\n b}",
            "{1-2, 7}",
            "{https://doi.org/10.1000/x}",
            r"{\"{\'{a} {\o}{\ss}} \'\i \c{c}}",
            r"{\emph{\"a}}",
            "{}",
            '""',
        ]
    ),
)
ENTRIES: st.SearchStrategy[list[DrawnEntry]] = st.lists(
    st.tuples(
        st.sampled_from(["@book{k", "@Article(k:1", "@misc{Ä-2", "@BOOK{a"]),
        st.lists(_FIELDS, max_size=4),
        st.sampled_from([", ", ",\n  ", ",\r\n\t", ", % {\n", ",\n % b\n  "]),
        st.booleans(),
        st.sampled_from(["", "\n", "\n\n% words\n", " ", "\r\n\r\n\r\n", "\n@string{s = {t}}\n"]),
    ),
    min_size=1,
    max_size=4,
)


def file_of(entries: list[DrawnEntry]) -> str:
    """The text of a file with ``entries``."""
    text = ""
    for head, fields, separator, has_comma, after in entries:
        text += head + "".join(f"{separator}{name} = {value}" for name, value in fields)
        text += ("," if has_comma else "") + (")" if "(" in head else "}") + after
    return text


WELL_FORMED = ENTRIES.map(file_of)
