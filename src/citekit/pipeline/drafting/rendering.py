"""Drafts with their citations, notes and lists of works rendered in a style."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from citekit.csl.item import Item
from citekit.csl.locales import locale_for
from citekit.csl.markup import WRITERS, Writer, with_links
from citekit.csl.processor import Processor
from citekit.csl.style_nodes import Style
from citekit.csl.styles import find_style
from citekit.drafts.citation_key import EVERYTHING
from citekit.drafts.cross_references import is_cross_reference
from citekit.drafts.draft import Draft, DraftCitation
from citekit.drafts.latex import read_latex
from citekit.drafts.markdown import read_markdown
from citekit.drafts.metadata import Metadata
from citekit.drafts.notation import LATEX, MARKDOWN, Notation
from citekit.drafts.reading_order import in_reading_order
from citekit.drafts.splicing import Splice, splice, tail
from citekit.errors import ConfigError
from citekit.pipeline.converting import Written
from citekit.pipeline.drafting.citations import CitationSettings, place_citations
from citekit.pipeline.drafting.findings import missing_keys, unprinted_locators
from citekit.pipeline.drafting.kinds import is_latex
from citekit.pipeline.drafting.list_text import ListSettings, place_lists
from citekit.pipeline.drafting.lists import work_lists
from citekit.pipeline.drafting.locator_terms import locator_terms
from citekit.pipeline.drafting.source_bytes import read_draft
from citekit.pipeline.drafting.sources import DraftSources, read_sources
from citekit.pipeline.style_kinds import is_bst
from citekit.pipeline.unknown_locale import unknown_locale
from citekit.text.lines import LINE_END

DEFAULT_STYLE = "chicago-author-date"
"""The style of a draft that names none, as in pandoc."""


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """What is asked of a draft; empty where the draft itself, or a default, decides.

    ``bibliographies`` are the paths of files, or the path of the only one.
    """

    bibliographies: Sequence[str] = ()
    style: str = ""
    locale: str = ""
    markup: str = ""
    links: bool = False


NO_OPTIONS = DraftOptions()


def format_draft(
    path: str, *, data: bytes | None = None, options: DraftOptions = NO_OPTIONS
) -> Written:
    """The draft at ``path`` with every citation rendered; all else is as it was.

    ``data`` stands in for the file. Keys without a work are findings, and show as ``[?key]``.
    The suffix of ``path`` tells LaTeX; everything else is read as Markdown.

    Raises:
        ReadError: The draft or one of its bibliographies cannot be read.
        StyleError: There is no such style, or it is faulty.
        ConfigError: The draft would have to change its markup.
    """
    text, decoding = read_draft(path, data)
    notation = LATEX if is_latex(path) else MARKDOWN
    _check_markup(options.markup, notation)
    chosen = _Choice(options, Path(path).parent)
    read = read_latex if notation is LATEX else read_markdown
    draft = read(text, path, chosen.terms)
    given = options.bibliographies
    sources = read_sources(
        draft.metadata, (given,) if isinstance(given, str) else given, Path(path).parent
    )
    made = _format(draft, sources, chosen, notation)
    return Written(
        made.text, (*decoding, *draft.diagnostics, *sources.diagnostics, *made.diagnostics)
    )


class _Choice:
    """The style and the language, from the options, else from the draft's metadata."""

    def __init__(self, options: DraftOptions, folder: Path) -> None:
        self._options = options
        self._folder = folder
        self._style: Style | None = None

    def style(self, metadata: Metadata) -> Style:
        if self._style is None:
            name = self._options.style or metadata.style or DEFAULT_STYLE
            if is_bst(name):
                raise ConfigError(
                    f"{name}: a style of BibTeX renders no citations; choose a CSL style"
                )
            beside = self._folder / name
            is_beside = not self._options.style and beside.is_file()
            self._style = find_style(str(beside) if is_beside else name)
        return self._style

    def language(self, metadata: Metadata) -> str:
        return self._options.locale or metadata.language

    def names_bibliography(self, metadata: Metadata) -> bool:
        given = self._options.bibliographies or metadata.bibliographies or metadata.records
        return bool(given)

    def has_links(self, metadata: Metadata) -> bool:
        return self._options.links or metadata.links

    def terms(self, metadata: Metadata) -> Mapping[str, str]:
        return locator_terms(locale_for(self.style(metadata), self.language(metadata)))


def _check_markup(markup: str, notation: Notation) -> None:
    if markup and markup != notation.name:
        raise ConfigError(
            f"a draft keeps its markup, {notation.name}: leave out '--to {markup}', and convert"
            " the result, with pandoc for one"
        )


def _check_bibliography(draft: Draft, chosen: _Choice) -> None:
    if not chosen.names_bibliography(draft.metadata):
        place = (
            "\\addbibresource{FILE}" if is_latex(draft.path) else "'bibliography' to its metadata"
        )
        raise ConfigError(
            f"{draft.path}: names no bibliography for its citations; give --bibliography FILE, or"
            f" add {place}{_broken_metadata(draft)}"
        )


def _broken_metadata(draft: Draft) -> str:
    """Why the metadata may seem to name nothing, as a line for an error; empty if it is sound."""
    broken = [one for one in draft.diagnostics if one.code == "draft-metadata"]
    return f"\n  In line {broken[0].line}, {broken[0].message}." if broken else ""


def _format(draft: Draft, sources: DraftSources, chosen: _Choice, notation: Notation) -> Written:
    style = chosen.style(draft.metadata)
    items = sources.items

    def is_citation(citation: DraftCitation) -> bool:
        has_work = any(cite.key in items for cite in citation.cites)
        return has_work or not is_cross_reference(citation, draft)

    def prints(citation: DraftCitation) -> bool:
        return is_citation(citation) and any(cite.key in items for cite in citation.cites)

    placed = in_reading_order(draft, is_citation, prints, makes_notes=style.class_ == "note")
    if (placed or draft.listed) and not items:
        _check_bibliography(draft, chosen)
    findings = (
        *unknown_locale(style, chosen.language(draft.metadata), draft.path),
        *missing_keys(draft, placed, items),
        *unprinted_locators(draft, placed, style),
    )
    cited = _cited(draft, [one.citation for one in placed], items)
    if not placed and not cited:
        return Written(draft.text, findings)
    processor = Processor(style, cited.values(), lang=chosen.language(draft.metadata))
    writer = WRITERS[notation.name]
    has_links = chosen.has_links(draft.metadata)
    placed_citations = place_citations(
        draft, placed, processor, CitationSettings(items, writer, notation, has_links)
    )
    lists = (
        ()
        if draft.metadata.suppress_bibliography
        else work_lists(draft, placed, cited, sources.named)
    )
    settings = ListSettings(_linking(writer, draft, notation), notation, has_links)
    placed_lists = place_lists(draft, lists, processor, settings)
    end = tail(draft.text, (*placed_lists.paragraphs, *placed_citations.paragraphs))
    splices = (*placed_citations.splices, *placed_lists.splices, end)
    return Written(splice(draft.text, _with_line_ends(draft.text, splices)), findings)


def _with_line_ends(text: str, splices: Iterable[Splice]) -> Iterator[Splice]:
    """``splices`` with the line ends of ``text``."""
    line_end = LINE_END.search(text)
    if line_end is None or line_end[0] == "\n":
        return iter(splices)
    return (replace(one, text=LINE_END.sub(lambda _: line_end[0], one.text)) for one in splices)


def _cited(
    draft: Draft, citations: Sequence[DraftCitation], items: Mapping[str, Item]
) -> Mapping[str, Item]:
    """The works that are cited, in the order of their first citation, then those of nocite."""
    keys = [cite.key for citation in citations for cite in citation.cites]
    keys += items if EVERYTHING in draft.listed else draft.listed
    return {items[key].id: items[key] for key in keys if key in items}


def _linking(writer: Writer, draft: Draft, notation: Notation) -> Writer:
    """``writer`` with the addresses of works as links, as far as the draft can have them."""
    if not draft.metadata.links_in_bibliography:
        return writer
    if notation is LATEX and "hyperref" not in draft.text:
        return writer
    return with_links(writer)
