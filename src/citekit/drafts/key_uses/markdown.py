"""The keys that Markdown cites: in pandoc's syntax, MyST's, distill's and LaTeX's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.drafts.cross_references import names_part
from citekit.drafts.draft import DraftCitation, DraftCite
from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.html_cites import data_cites
from citekit.drafts.key_uses.latex_keys import uses_of_command
from citekit.drafts.key_uses.metadata_places import PlacedScalar, placed_scalars
from citekit.drafts.key_uses.myst_directives import Directive, open_directives
from citekit.drafts.key_uses.role_keys import ROLE, role_keys
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation, KeyUse
from citekit.drafts.locators import english_terms
from citekit.drafts.markdown_blocks import read_blocks
from citekit.drafts.markdown_citations import Found, InlineNote, find_citations
from citekit.drafts.markdown_tokens import Kind, Token, read_tokens
from citekit.drafts.metadata import MetadataError
from citekit.drafts.metadata_findings import no_yaml
from citekit.model.spans import Span
from citekit.text.data import load_words
from citekit.text.lines import LineIndex

_AT = re.compile(r"-?@\{?")
_ROLE = re.compile(rf"(?<!@)\{{(?P<name>{ROLE})\}}\Z")
_LONGEST_ROLE = 30
_COMMAND = re.compile(r"\\([A-Za-z]+\*?)")
_INCLUDE = re.compile(r"\{\{<\s*include\s+(?P<path>[^\s<>{}]+)\s*>\}\}")
_CHILD = re.compile(
    r"^`{3,}\{\w[^}\r\n]*?\bchild\s*=\s*(['\"])(?P<path>[^'\"\r\n]+)\1", re.MULTILINE
)
_LABEL = re.compile(
    r"^[ \t]*(?:\((?P<target>[^\s()]+)\)=|:(?:name|label):[ \t]*(?P<name>\S+)"
    r"|\#\|[ \t]*label:[ \t]*(?P<cell>\S+))",
    re.MULTILINE,
)
_BIB = re.compile(r"[^\s,]+\.(?:bib|json|ya?ml|ris|xml)")


def read_markdown_keys(text: str, path: str) -> CitedKeys:
    """What ``text`` cites: Markdown of pandoc, MyST, Quarto, R Markdown or distill.

    Code, math, comments and addresses cite nothing. Of the metadata count ``bibliography``,
    ``nocite``, ``references`` and the fields that are printed. A key that names a figure or
    section is a cross-reference.

    Source: pandoc's manual, "Citation syntax"; that of MyST-Parser; Quarto's, "Citations".
    """
    gathering = gather_markdown(text, path)
    identifiers = frozenset(gathering.defined_ids)
    return gathering.cited_keys(
        lambda use: use.command.endswith("@") and names_part(use.key, identifiers)
    )


def gather_markdown(text: str, path: str) -> Gathering:
    """What ``text`` cites, cross-references among it."""
    gathering = Gathering()
    opened = open_directives(text)
    blocks = read_blocks(opened.text)
    for block in blocks.metadata:
        try:
            scalars = placed_scalars(text, block)
        except MetadataError as error:
            gathering.diagnostics.append(no_yaml(error, path, block, LineIndex(text)))
            continue
        for scalar in scalars:
            _take_metadata(text, scalar, gathering)
    for text_block in blocks.blocks:
        _take_block(blocks.text, text_block.span, blocks.examples, gathering)
    # A "<" may stand within a key, and opens no tag there.
    inside = {at for use in gathering.uses if "<" in use.key for at in range(*_ends(use.span))}
    for use in data_cites(blocks.text):
        if use.group.start not in inside:
            gathering.add(use)
    for directive in opened.directives:
        _take_directive(directive, gathering)
    for pattern, source in ((_INCLUDE, blocks.text), (_CHILD, text)):
        for match in pattern.finditer(source):
            gathering.add_inclusion(match["path"], match.start("path"))
    gathering.defined_ids |= blocks.examples
    gathering.defined_ids |= {match[match.lastgroup or 0] for match in _LABEL.finditer(text)}
    return gathering


def _ends(span: Span) -> tuple[int, int]:
    return (span.start, span.end)


def _take_block(text: str, span: Span, examples: frozenset[str], gathering: Gathering) -> None:
    found = find_citations(text, span, english_terms())
    gathering.defined_ids |= found.identifiers
    for citation in _citations(found.found):
        for cite in citation.cites:
            if len(citation.cites) > 1 or cite.key not in examples:
                gathering.add(_use(text, cite, citation.span))
    for nested in found.nested:
        key = _inner(text, nested)
        cite = DraftCite(text[key.start : key.end], nested)
        gathering.add(_use(text, cite, nested))
    if not any(sign in text[span.start : span.end] for sign in "`\\"):
        return  # there is neither code nor a command to read tokens for
    for token in read_tokens(text, span).tokens:
        if token.kind is Kind.CODE or token.kind is Kind.COMMAND:
            for use in _in_passed(text, token):
                gathering.add(use)


def _citations(found: tuple[Found, ...]) -> Iterator[DraftCitation]:
    for one in found:
        if isinstance(one, DraftCitation):
            yield one
        elif isinstance(one, InlineNote):
            yield from one.citations


def _inner(text: str, mark: Span) -> Span:
    """The key within its mark, ``-@{key}`` and the like."""
    at = _AT.match(text, mark.start, mark.end)
    if at is None:
        return mark
    return Span(at.end(), mark.end - at[0].endswith("{"))


def _use(text: str, cite: DraftCite, group: Span) -> KeyUse:
    span = _inner(text, cite.span)
    notation = KeyNotation.PANDOC
    if span == cite.span:
        notation = KeyNotation.ATTRIBUTE
    elif span.end < cite.span.end:
        notation = KeyNotation.PANDOC_BRACED
    command = "-@" if text.startswith("-", cite.span.start) else "@"
    return KeyUse(
        cite.key,
        span,
        group,
        "d-cite" if notation is KeyNotation.ATTRIBUTE else command,
        cite.locator,
        cite.label,
        notation,
    )


def _in_passed(text: str, token: Token) -> Iterator[KeyUse]:
    """The keys in the code of a role of MyST, or in a command of LaTeX."""
    start, end = token.span.start, token.span.end
    if token.kind is Kind.COMMAND:
        name = _COMMAND.match(text, start)
        yield from uses_of_command(text, name[1], start, name.end(), {}) if name else ()
        return
    role = _ROLE.search(text, max(0, start - _LONGEST_ROLE), start)
    if role:
        code = text[start:end]
        ticks = len(code) - len(code.lstrip("`"))
        content = Span(start + ticks, end - ticks)
        group = Span(role.start(), end)
        yield from role_keys(text, content, group, f"{{{role['name']}}}", KeyNotation.MYST)


def _take_metadata(text: str, scalar: PlacedScalar, gathering: Gathering) -> None:
    field = scalar.field
    name = field.partition(".")[0]
    if name == "bibliography" or field.startswith("bibliography_"):
        shown = text[scalar.span.start : scalar.span.end]
        gathering.add_bibliography(shown, scalar.span.start)
    elif field == "references.id":
        gathering.add_entry(scalar.value, scalar.span, scalar.span, KeyNotation.YAML)
    elif field == "nocite":
        for token in read_tokens(text, scalar.span).tokens:
            if token.key:
                use = _use(text, DraftCite(token.key.key, token.span), scalar.span)
                gathering.add(replace(use, command="nocite"))
    elif field in load_words("citekit.drafts.key_uses", "markdown", "printed"):
        _take_block(text, scalar.span, frozenset(), gathering)


def _take_directive(directive: Directive, gathering: Gathering) -> None:
    if directive.name in {"bibliography", "footbibliography"}:
        for match in _BIB.finditer(directive.argument):
            gathering.add_bibliography(match[0], directive.start + match.start())
    elif directive.name == "include":
        gathering.add_inclusion(directive.argument, directive.start)
