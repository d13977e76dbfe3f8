"""Citations that ask for one part of a work: its year, its title, its whole entry."""

from collections.abc import Mapping

from citekit.csl.item import Item
from citekit.csl.markup import Writer, write_runs
from citekit.csl.nodes import Format
from citekit.csl.processor import Processor
from citekit.csl.tree import Node, Output
from citekit.csl.typography import lay_out, parse_markup
from citekit.drafts.draft import DraftCitation, Form
from citekit.model.reference import DateRange

_ITALIC = Format(font_style="italic")
_QUOTED = Format(quotes=True)
# What appears in something else is set in quotation marks.
_PARTS = frozenset(
    {
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "chapter",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "post",
        "post-weblog",
        "thesis",
        "webpage",
    }
)
_DELIMITER = ", "


def rendered_form(
    citation: DraftCitation,
    text: str,
    processor: Processor,
    writer: Writer,
    items: Mapping[str, Item],
) -> str:
    """What the form of ``citation`` asks for; ``text``, the citation itself, for most forms.

    Source: the manual of biblatex, "Citation Commands": citeyear, citetitle, fullcite.
    """
    works = [items[cite.key] for cite in citation.cites if cite.key in items]
    match citation.form:
        case Form.YEAR:
            years = _DELIMITER.join(_year(work) for work in works)
            return f"({years})" if citation.in_brackets else years
        case Form.TITLE:
            return _DELIMITER.join(_title(work, processor, writer) for work in works)
        case Form.ENTRY | Form.ENTRY_NOTE:
            return "; ".join(_entry(work, processor, writer) for work in works)
        case Form.NORMAL | Form.AUTHOR_IN_TEXT | Form.NOTE | Form.AUTHOR:
            return text


def _year(work: Item) -> str:
    date = work.dates.get("issued")
    return str(date.start.year) if isinstance(date, DateRange) else "n.d."


def _title(work: Item, processor: Processor, writer: Writer) -> str:
    title = parse_markup(work.texts.get("title", work.id))
    tree: Output = Node((title,), format=_QUOTED if work.type in _PARTS else _ITALIC)
    return write_runs(lay_out(tree, processor.locale), writer)


def _entry(work: Item, processor: Processor, writer: Writer) -> str:
    entries = processor.bibliography(writer, [work.id]).entries
    return entries[0].text if entries else ""
