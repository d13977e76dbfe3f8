r"""A tag of HTML, JATS or MathML.

Publishers' records carry them, and LaTeX prints them as they stand, with `<` as an upside-down
exclamation mark in old fonts.

    title = {The <i>E. coli</i> Genome},

Write the command of LaTeX: `\emph{E. coli}`. The fix does for what has one, and takes away tags
that only part paragraphs; MathML is left to you.

It is harmless for programs that read HTML in titles, such as Zotero and pandoc's CSL JSON; in
abstracts and other fields that no style prints it is not looked for.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity
from citekit.text.data import load_table

_NAME = (
    r"(?:jats:[a-z-]+|mml:[a-z]+|math|mrow|msub|msup|msubsup|mi|mo|mn|mtext|tex-math|inline-formula"
    r"|i|em|italic|b|strong|bold|sup|sub|inf|scp?|tt|code|p|span|div|font|u|small|big|a|br|title|roman"
    r"|sans-serif|named-content|styled-content)"
)
_TAG = re.compile(rf"<(/?)({_NAME})((?:\s[^<>]{{0,300}})?)\s*/?>", re.IGNORECASE)
_PAIR = re.compile(rf"<({_NAME})(?:\s[^<>]{{0,300}})?>([^<>]{{0,500}})</\1>", re.IGNORECASE)
_MATHS = re.compile(r"(?:mml:|m(?:ath|row|sub|sup|subsup|i|o|n|text)$|tex-math|inline-formula)")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    value = field.value
    tag = _TAG.search(value)
    if tag is None or not is_printed(field):
        return
    tidy = _without_tags(value)
    yield field.problem(
        f"has the tag '{tag[0]}'",
        start=tag.start(),
        end=tag.end(),
        hint=f"Write '{tidy.strip()}'." if tidy else "Write what it means in LaTeX.",
        fix=field.replacement("Write it in LaTeX", tidy) if tidy else None,
    )


def _without_tags(value: str) -> str:
    """``value`` with commands for tags; empty if there is mathematics or a tag without partner."""
    if any(_MATHS.match(tag[2].lower()) for tag in _TAG.finditer(value)):
        return ""
    previous = ""
    while previous != value:
        previous = value
        value = _PAIR.sub(_command, value)
    value = _TAG.sub(lambda tag: " " if tag[2].lower() in {"br", "p", "jats:p"} else tag[0], value)
    return "" if _TAG.search(value) else value


def _command(pair: re.Match[str]) -> str:
    table = load_table("citekit.checker.rules.encoding", "characters")["tags"]
    name = pair[1].lower().removeprefix("jats:")
    command = str(table.get(name, "")) if isinstance(table, dict) else ""
    return f"{command}{{{pair[2]}}}" if command else pair[2]


RULE = Rule(
    "ENC011",
    "html-tag",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_TAG),
    fixability=Fixability.SAFE,
)
