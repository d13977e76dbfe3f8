"""Keys in a draft that no work has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.csl.item import Item
from citekit.csl.style_nodes import Style
from citekit.csl.variable_uses import citations_ask_for
from citekit.drafts.citation_key import EVERYTHING
from citekit.drafts.draft import Draft
from citekit.drafts.near_keys import near_keys
from citekit.drafts.reading_order import PlacedCitation
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span
from citekit.text.lines import LineIndex


def missing_keys(
    draft: Draft, placed: Sequence[PlacedCitation], items: Mapping[str, Item]
) -> tuple[Diagnostic, ...]:
    """A finding for each place that cites a key without a work, with the keys that come near."""
    lines = LineIndex(draft.text)
    hints: dict[str, str] = {}
    findings = [
        _at(missing_key(cite.key, items, hints), cite.span, draft.path, lines)
        for one in placed
        for cite in one.citation.cites
        if cite.key not in items
    ]
    findings.sort(key=lambda one: (one.line, one.column))
    unlisted = [key for key in draft.listed if key not in items and key != EVERYTHING]
    findings += [
        replace(missing_key(key, items, hints, where=" of 'nocite'"), path=draft.path)
        for key in unlisted
    ]
    return tuple(findings)


def unprinted_locators(
    draft: Draft, placed: Sequence[PlacedCitation], style: Style
) -> tuple[Diagnostic, ...]:
    """One finding at the first locator if ``style`` prints none anywhere, else no finding."""
    located = [cite for one in placed for cite in one.citation.cites if cite.locator]
    if not located or citations_ask_for(style, "locator"):
        return ()
    message = f"the style prints no locators; {len(located)} of them are left out"
    hint = "Write what must be printed behind empty braces: [@key, {}p. 3]."
    finding = Diagnostic("unprinted-locator", Severity.WARNING, message, hint)
    return (_at(finding, located[0].span, draft.path, LineIndex(draft.text)),)


def missing_key(
    key: str,
    items: Mapping[str, Item],
    hints: dict[str, str] | None = None,
    *,
    where: str = "",
) -> Diagnostic:
    """The finding that no work has ``key``; ``hints`` keeps what was said of a key before."""
    known = {} if hints is None else hints
    if key not in known:
        near = " or ".join(f"'{other}'" for other in near_keys(key, items))
        known[key] = f"Did you mean {near}?" if near else _remedy(key)
    message = f"no work has the key '{key}'{where}"
    return Diagnostic("missing-key", Severity.ERROR, message, known[key])


def _remedy(key: str) -> str:
    if key == EVERYTHING:
        return "It stands for all works in 'nocite' alone."
    return "Add the work to the bibliography."


def _at(finding: Diagnostic, span: Span, path: str, lines: LineIndex) -> Diagnostic:
    place = lines.place(span.start)
    return replace(finding, path=path, span=span, line=place.line, column=place.column)
