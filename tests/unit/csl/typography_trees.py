"""Trees out of tables, and laid-out text in a notation that tests can state."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from citekit.csl.locale import Locale
from citekit.csl.locale_nodes import Term
from citekit.csl.nodes import Format
from citekit.csl.tree import Node, Output
from citekit.csl.typography import Mark, Run, lay_out, parse_markup

_FILE = Path(__file__).parents[2] / "cases" / "csl" / "typography.toml"
_QUOTES = {"en": "“”‘’", "gb": "‘’“”", "fr": "«»“”"}
_FONTS = ("font_style", "font_variant", "font_weight", "vertical_align", "display")


@cache
def rows(section: str) -> list[dict[str, object]]:
    """The cases of one section of the file."""
    found: list[dict[str, object]] = tomllib.loads(_FILE.read_text("utf-8"))[section]
    return found


@cache
def locale(name: str) -> Locale:
    """``en``, ``gb`` or ``fr``: quotation marks, and whether punctuation moves into them."""
    opening, closing, inner_opening, inner_closing = list(_QUOTES[name])
    blank = "\u00a0" if name == "fr" else ""
    terms = {
        "open-quote": opening + blank,
        "close-quote": blank + closing,
        "open-inner-quote": inner_opening,
        "close-inner-quote": inner_closing,
    }
    return Locale(
        lang=name,
        terms={(term, "long", ""): Term(text, text) for term, text in terms.items()},
        dates={},
        options={"punctuation-in-quote": "true" if name == "en" else "false"},
    )


def tree(row: object) -> Output:
    """The tree that a table describes; ``field`` is text with markup."""
    if isinstance(row, str):
        return row
    assert isinstance(row, dict)
    if "field" in row:
        children: list[Output] = [parse_markup(row["field"])]
    else:
        children = [tree(child) for child in row["children"]]
    fonts = {name: row[name] for name in _FONTS if name in row}
    quotes = bool(row.get("quotes"))
    return Node(
        children,
        format=Format(**fonts, quotes=quotes) if fonts or quotes else None,
        delimiter=row.get("delimiter", ""),
        prefix=row.get("prefix", ""),
        suffix=row.get("suffix", ""),
    )


def _shared(left: Sequence[Mark], right: Sequence[Mark]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one is not other:
            break
        count += 1
    return count


def shown(runs: Sequence[Run]) -> str:
    """The text with each mark as ``{property=value}…{/}``."""
    pieces: list[str] = []
    current: tuple[Mark, ...] = ()
    for run in [*runs, Run("")]:
        shared = _shared(current, run.marks)
        pieces += ["{/}"] * (len(current) - shared)
        for mark in run.marks[shared:]:
            pieces.append("{" + " ".join(f"{name}={value}" for name, value in mark.changes) + "}")
        pieces.append(run.text)
        current = run.marks
    return "".join(pieces)


def laid_out(output: Output, row: Mapping[str, object]) -> str:
    """``output`` in the locale of the row, in that notation."""
    return shown(lay_out(output, locale(str(row.get("locale", "en")))))
