"""The keys that Org cites: in its own syntax, and in that of org-ref."""

import re
from collections.abc import Iterator

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.latex_keys import cites, uses_of_command
from citekit.drafts.key_uses.supplements import with_supplement
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation, KeyUse
from citekit.drafts.masking import masked
from citekit.model.spans import Span

_BLOCK = re.compile(
    r"^[ \t]*\#\+(?:(?P<open>begin)|end)_(?P<name>src|example|comment|export)\b[^\r\n]*",
    re.MULTILINE | re.IGNORECASE,
)
_LITERAL = re.compile(
    r"^[ \t]*(?:\#(?=[ \t\r\n])|:(?=[ \t]))[^\r\n]*"
    r"|(?<![^\s({'\"-])(?P<sign>[=~])(?=\S)[^\r\n=~]*(?<=\S)(?P=sign)(?![^\s)}'\"\-.,;:!?])",
    re.MULTILINE,
)
_CITE = re.compile(
    r"(?<!\[)\[cite(?P<style>/[\w/-]*)?:(?P<body>[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+)\]",
    re.IGNORECASE,
)
_KEY = re.compile(r"@(?P<key>[-.:?!`'/*@+|(){}<>&^$#%~\w]+)(?P<rest>[^;@]*)")
_LINK = re.compile(r"(?<![\w@\\])(?P<name>[A-Za-z]*[cC]ite[A-Za-z]*\*?):(?=\S)(?!//)")
_BRACKETED = re.compile(r"[^\[\]\r\n]*")
_NAMED = re.compile(r"&(?P<key>[^\s,;&\[\]]+)(?P<rest>[^;&\[\]\r\n]*)")
_BARE = re.compile(r"(?P<key>[\w*](?:[\w:./+*-]*[\w*])?)(?P<next>,(?=[\w*]))?+")
_AMPERSAND = re.compile(r"&(?P<key>\w(?:[\w:./+-]*\w)?)(?P<next>;(?=&))?+")
_COMMAND = re.compile(r"\\([A-Za-z]+\*?)(?=[\[{])")
_FILES = re.compile(
    r"^[ \t]*\#\+(?P<name>bibliography|include):[ \t]*\"?(?P<path>[^\"\r\n]*)"
    r"|(?<![\w#+])(?:no)?bibliography:(?P<link>[^\s\[\]]+)",
    re.MULTILINE | re.IGNORECASE,
)
_TARGET = re.compile(
    r"^[ \t]*(?:\#\+name:|:custom_id:)[ \t]*(\S+)|<<([^<>\r\n]+)>>", re.MULTILINE | re.IGNORECASE
)


def read_org_keys(text: str, path: str) -> CitedKeys:
    r"""What ``text`` cites: ``[cite/t:@a; @b]``, links ``cite:a,b`` of org-ref, ``\cite``.

    Source blocks, examples, comments and literal text are passed over.

    Source: the manual of Org, "Citations"; that of org-ref, for versions 2 and 3.
    """
    del path
    gathering = Gathering()
    shown = masked(text, _blocks(text))
    shown = masked(shown, (Span(*match.span()) for match in _LITERAL.finditer(shown)))
    holes: list[Span] = []
    for match in _CITE.finditer(shown):
        group = Span(*match.span())
        holes.append(group)
        command = f"cite{match['style'] or ''}"
        for key in _KEY.finditer(shown, *match.span("body")):
            gathering.add(_use(key, group, command, KeyNotation.ORG_CITE))
    rest = masked(shown, holes)
    for use in _links(rest):
        gathering.add(use)
    for match in _COMMAND.finditer(rest):
        for use in uses_of_command(rest, match[1], match.start(), match.end(), {}):
            gathering.add(use)
    for match in _FILES.finditer(rest):
        _take_file(match, gathering)
    gathering.defined_ids |= {match[1] or match[2] for match in _TARGET.finditer(shown)}
    return gathering.cited_keys()


def _blocks(text: str) -> Iterator[Span]:
    start, name = -1, ""
    for match in _BLOCK.finditer(text):
        if match["open"] and start < 0:
            start, name = match.start(), match["name"].lower()
        elif not match["open"] and start >= 0 and match["name"].lower() == name:
            yield Span(start, match.end())
            start = -1


def _links(text: str) -> Iterator[KeyUse]:
    """The keys in links of org-ref."""
    at = 0
    while match := _LINK.search(text, at):
        at = match.end()
        if not cites(match["name"]):
            continue
        uses = tuple(_uses_of_link(text, match))
        at = max((use.group.end for use in uses), default=at)
        yield from uses


def _uses_of_link(text: str, link: re.Match[str]) -> Iterator[KeyUse]:
    name, at = link["name"], link.end()
    body = _BRACKETED.match(text, at) if text.startswith("[[", link.start() - 2) else None
    if body and "&" in body[0]:
        group = Span(link.start(), body.end())
        for key in _NAMED.finditer(text, at, body.end()):
            yield _use(key, group, name, KeyNotation.ORG_REF)
        return
    # Outside of brackets a link ends at the first blank.
    keys = list(_run_of(_AMPERSAND if text.startswith("&", at) else _BARE, text, at))
    for key in keys:
        group = Span(link.start(), keys[-1].end("key"))
        yield KeyUse(key["key"], Span(*key.span("key")), group, name, notation=KeyNotation.ORG_REF)


def _run_of(pattern: re.Pattern[str], text: str, at: int) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` from ``at`` on that stand one behind the other."""
    while match := pattern.match(text, at):
        yield match
        at = match.end()
        if not match["next"]:
            break


def _use(match: re.Match[str], group: Span, command: str, notation: KeyNotation) -> KeyUse:
    use = KeyUse(match["key"], Span(*match.span("key")), group, command, notation=notation)
    return with_supplement(use, match["rest"])


def _take_file(match: re.Match[str], gathering: Gathering) -> None:
    if match["link"]:
        at = match.start("link")
        for name in match["link"].split(","):
            gathering.add_bibliography(name, at)
            at += len(name) + 1
    elif match["name"].lower() == "include":
        gathering.add_inclusion(match["path"], match.start("path"))
    else:
        gathering.add_bibliography(match["path"], match.start("path"))
