"""The keys that reStructuredText cites, with sphinxcontrib-bibtex."""

import re
from collections.abc import Iterator

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.role_keys import ROLE, role_keys
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation, KeyUse
from citekit.drafts.masking import masked
from citekit.model.spans import Span
from citekit.text.data import load_words

_LINE = re.compile(r"[^\r\n]+")
_DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]+(?:\|[^|\r\n]*\|[ \t]+)?(?P<name>[\w:.+-]+?)::(?=\s|\Z)")
_COMMENT = re.compile(r"[ \t]*\.\.(?:[ \t]+(?![_|\[])|[ \t]*\Z)")
_LITERAL = re.compile(r"``(?:[^`]|`(?!`))*+``")
_ROLE = re.compile(rf":(?P<name>{ROLE}):`(?P<keys>[^`]*+)`")
_FILES = re.compile(
    r"^(?P<indent>[ \t]*)\.\.[ \t]+(?P<name>bibliography|footbibliography|include)::"
    r"(?P<names>[^\r\n]*)"
    r"(?P<rest>(?:(?:\r\n|\r|\n)(?:(?P=indent)[ \t]+[^\r\n]*|[ \t]*(?=[\r\n])))*+)",
    re.MULTILINE,
)
_ALL = re.compile(r"(?m)^[ \t]+:all:")
_OPTION = re.compile(r"[ \t]*:[\w-]+:")
_KEY = re.compile(r"[^\s]+")
_LABEL = re.compile(r"^[ \t]*\.\.[ \t]+_([^:\r\n]+):|:(?:name|label):[ \t]*(\S+)", re.MULTILINE)
_BIBFILES = re.compile(r"^bibtex_bibfiles\s*(?::[^=]*)?=\s*[\[(](?P<names>[^\])]*)", re.MULTILINE)
_STRING = re.compile(r"#[^\r\n]*|(['\"])(?P<name>[^'\"\r\n]+)\1")


def read_rst_keys(text: str, path: str) -> CitedKeys:
    """What ``text`` cites by the roles ``cite`` and ``footcite``, whatever their variant.

    Literal blocks, code, formulas and comments are passed over. Citations of reStructuredText
    itself (``[Knuth]_``) have their works in the document, and no keys.

    Source: the manual of sphinxcontrib-bibtex; the specification of reStructuredText.
    """
    del path
    gathering = Gathering()
    shown = masked(text, _code_lines(text))
    shown = masked(shown, (Span(*match.span()) for match in _LITERAL.finditer(shown)))
    for match in _ROLE.finditer(shown):
        content, group = Span(*match.span("keys")), Span(*match.span())
        for use in role_keys(shown, content, group, f":{match['name']}:", KeyNotation.RST):
            gathering.add(use)
    for match in _FILES.finditer(shown):
        _take_directive(shown, match, gathering)
    gathering.defined_ids |= {match[1] or match[2] for match in _LABEL.finditer(shown)}
    return gathering.cited_keys()


def read_sphinx_settings(text: str, path: str) -> CitedKeys:
    """The bibliography files that ``bibtex_bibfiles`` of a ``conf.py`` names."""
    del path
    gathering = Gathering()
    for match in _BIBFILES.finditer(text):
        for name in _STRING.finditer(text, *match.span("names")):
            if name["name"]:
                gathering.add_bibliography(name["name"], name.start("name"))
    return gathering.cited_keys()


def _take_directive(text: str, match: re.Match[str], gathering: Gathering) -> None:
    start, end = match.span("names")
    if match["name"] == "include":
        gathering.add_inclusion(match["names"], start)
        return
    for name in _KEY.finditer(text, start, end):
        gathering.add_bibliography(name[0], name.start())
    every = _ALL.search(text, *match.span("rest"))
    if every:
        gathering.add(KeyUse("*", Span(*every.span()), Span(*match.span())))
    for line in _LINE.finditer(text, *match.span("rest")):
        if not _OPTION.match(line[0]) and "`" not in line[0]:
            # Keys that are listed although nothing cites them.
            for key in _KEY.finditer(text, *line.span()):
                span = Span(*key.span())
                gathering.add(KeyUse(key[0], span, span, "nocite", notation=KeyNotation.RST))


def _code_lines(text: str) -> Iterator[Span]:
    """The lines of literal blocks, of directives that hold code, and of comments."""
    names = load_words("citekit.drafts.key_uses", "restructured_text", "code")
    # The indentation beyond which lines are code, -1 outside of it.
    beyond = -1
    for line in _LINE.finditer(text):
        content = line[0].lstrip()
        if not content:
            continue
        indent = len(line[0]) - len(content)
        if 0 <= beyond < indent:
            yield Span(*line.span())
            continue
        beyond = -1
        directive = _DIRECTIVE.match(line[0])
        if directive:
            beyond = indent if directive["name"] in names else -1
        elif _COMMENT.match(line[0]):
            beyond = indent
            yield Span(*line.span())
        elif content.rstrip().endswith("::"):
            beyond = indent
