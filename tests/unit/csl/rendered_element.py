"""One element of a style, rendered for one item."""

from collections.abc import Mapping

from citekit.csl.citation import Position
from citekit.csl.context import Context, Disambiguation
from citekit.csl.items import read_item
from citekit.csl.locales import locale_for
from citekit.csl.reading import read_style
from citekit.csl.rendering import compile_children, environment
from citekit.csl.style_nodes import Style
from citekit.csl.tree import Output, plain_text

_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" {options}>
<info><title>Case</title><id>case</id><updated>2024-01-01T00:00:00+00:00</updated></info>
{before}<citation><layout>{elements}</layout></citation></style>"""


def style_of(elements: str, *, before: str = "", options: str = "") -> Style:
    """A note style whose layout is ``elements``."""
    text = _STYLE.format(options=options, before=before, elements=elements)
    return read_style(text.encode(), "case.csl")


def rendered(case: Mapping[str, str], record: Mapping[str, object]) -> Output:
    """What the ``elements`` of ``case`` give for ``record``."""
    style = style_of(
        case["elements"], before=case.get("before", ""), options=case.get("options", "")
    )
    env = environment(style, locale_for(style, case.get("locale", "")), is_citation=True)
    locator = case.get("locator", "")
    letter = case.get("letter", "")
    ctx = Context(
        read_item({"id": "x", "type": "book", **record}),
        specials={"locator": locator} if locator else {},
        label=case.get("label", ""),
        position=Position(case.get("position", "first")),
        disambiguation=Disambiguation(year_suffix=letter),
    )
    return compile_children(style.citation.layout.children, env)(ctx)


def rendered_text(case: Mapping[str, str], record: Mapping[str, object]) -> str:
    """The same as bare text."""
    return plain_text(rendered(case, record))
