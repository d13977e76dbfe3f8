"""Bibliographies in CSL styles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from citekit.csl.item import Item
from citekit.csl.items import item_from_reference
from citekit.csl.markup import WRITERS, Writer, with_links, write_bibliography
from citekit.csl.processor import Processor
from citekit.csl.styles import find_style
from citekit.errors import ConfigError
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.reference import Reference
from citekit.pipeline.converting import Written
from citekit.pipeline.unknown_locale import unknown_locale


def render(
    references: Sequence[Reference], *, style: str, markup: str, locale: str, links: bool
) -> Written:
    """The bibliography of ``references`` in the CSL style, all of them, whatever their keys.

    Raises:
        StyleError: There is no such style, or it is faulty.
        ConfigError: There is no such markup.
    """
    writer = writer_named(markup)
    found = find_style(style)
    items = tuple(_with_own_ids(map(item_from_reference, references)))
    if found.bibliography is None:
        return Written("", (_without_bibliography(style),))
    made = Processor(found, items, lang=locale).bibliography(
        with_links(writer) if links else writer
    )
    texts = [entry.text for entry in made.entries]
    types = {item.id: item.type for item in items}
    findings = [_prints_nothing(key, types[key], style) for key in made.empty]
    return Written(
        write_bibliography(texts, writer, made.options),
        (*unknown_locale(found, locale), *findings),
    )


def writer_named(markup: str) -> Writer:
    """The writer for ``markup``.

    Raises:
        ConfigError: There is no such markup.
    """
    if markup not in WRITERS:
        raise ConfigError(f"unknown markup '{markup}'; choose one of {', '.join(WRITERS)}")
    return WRITERS[markup]


def _with_own_ids(items: Iterable[Item]) -> Iterator[Item]:
    """``items`` with ids that differ, since references may have no key, or one twice."""
    seen: set[str] = set()
    for number, item in enumerate(items, start=1):
        key = item.id if item.id and item.id not in seen else f"{item.id}#{number}"
        seen.add(key)
        yield item if key == item.id else replace(item, id=key)


def _without_bibliography(style: str) -> Diagnostic:
    return Diagnostic(
        "no-bibliography",
        Severity.WARNING,
        f"the style '{style}' has citations alone, no bibliography",
        "Choose another style, or render a citation with --cite.",
    )


def _prints_nothing(key: str, item_type: str, style: str) -> Diagnostic:
    kind = item_type.replace("_", " ").replace("-", " ")
    return Diagnostic(
        "empty-entry",
        Severity.WARNING,
        f"the style '{style}' lists no '{key}', which is of type {kind}",
        "Some styles leave such works out by rule; choose another style to have them listed.",
    )
