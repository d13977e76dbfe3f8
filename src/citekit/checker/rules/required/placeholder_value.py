"""A value that stands for one still to be filled in.

`TODO`, `???`, `n.d.`, or the word "Author" as the author are printed as they stand.

    title = {TODO},
    author = {Author},

Look the value up. If there is none, leave the field out: styles have words of their own for a
missing date. The fix removes the field; it is made only on request.

It is wrong for a work that is really called so ("XXX"). Pages, volumes and numbers have a rule of
their own, `placeholder-number`.

Options: `words`, further values that stand for nothing (none).
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_MARK = re.compile(
    r"\W*(?:(?:TODO|FIXME|TBD|TBA|TBC|XXX+)\b[^{}]{0,60}|[?？]{1,9}|[.…]{3,}|-{1,3}|[xX]{3,20}"
    r"|to be (?:added|announced|completed|confirmed|determined|done|filled(?: in)?)"
    r"|(?:fill|look|add|check)[ -](?:me|this|in|up)|insert .{1,20} here|lorem ipsum\b.{0,200})\W*"
)
_NO_VALUE = re.compile(
    r"\W*(?:n\.\s?d\.?|n\.?/a\.?|none|null|nil|nan|undefined|unknown|not available|missing"
    r"|no (?:title|author|year|date|journal|publisher|editor|doi|url|isbn|issn)"
    r"|yyyy|xxxx|[12]9?xx|0000)\W*",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(
    r"(?:(?:the|my|your|some) )?(?:authors?|titles?|journals?|years?|publishers?|editors?"
    r"|book ?titles?|doi|url|institutions?|schools?)(?: name| here)?(?:,? ?(?:a\.?|name|here))?",
    re.IGNORECASE,
)
_LONGEST = 300
_NUMBERS = frozenset({"pages", "volume", "number", "issue", "edition"})
# What readers of the file write for themselves, and words that are titles.
_FREE = frozenset({"title", "note", "keywords", "abstract", "annote", "annotation", "comment"})
_UNPRINTED = frozenset({"keywords", "abstract", "annote", "annotation", "comment", "file", "owner"})
_END = r"[\s.!?)>\]*]{0,8}+[}\"]"
_CANDIDATE = re.compile(
    r"[{\"](?<=[=\s][{\"])[\s{<(\[*]{0,8}+(?:TODO|FIXME|TB[DAC]\b|XXX|x{3,20}" + _END +
    r"|[?？]+" + _END + r"|[.…]{3,}\s*[}\"]|-{1,3}\s*[}\"]|to be [a-z]"
    r"|(?:fill|look|add|check|insert)[ -]|lorem ipsum|n\.|n/?a\b|none|null|nil|nan\b"
    r"|undefined|unknown|not available|missing|no [a-z]{3,9}" + _END + r"|yyyy|[12]9?xx|0000"
    r"|(?:(?:the|my|your|some)\s)?(?:author|title|journal|year|publisher|editor|book ?title|doi|url"
    r"|institution|school)s?(?:[ ,]{1,2}(?:a\.?|name|here))?" + _END + r")",
    re.IGNORECASE,
)  # fmt: skip


def _check(field: Field, options: RuleOptions) -> Iterator[Problem]:
    value = field.value.strip()
    if field.name in _NUMBERS | _UNPRINTED or len(value) > _LONGEST:
        return
    is_marked = _MARK.fullmatch(value) or value in options.words("words")
    is_nothing = field.name not in _FREE and (_NO_VALUE.fullmatch(value) or _is_own_name(field))
    if value and (is_marked or is_nothing or _is_sample_title(field)):
        yield field.problem(
            f"'{field.value}' stands for something still to be filled in",
            hint=f"Look it up, or remove '{field.node.name}'.",
            fix=field.removal(is_safe=False),
        )


def _is_own_name(field: Field) -> bool:
    """Whether the value is no more than what the field is called."""
    value = field.value.strip("{} \t\r\n").lower()
    return value.split(" ")[-1].rstrip("s") == field.name or (
        field.name in {"author", "editor"} and _OWN_NAME.fullmatch(value) is not None
    )


def _is_sample_title(field: Field) -> bool:
    value = field.value.strip("{} \t\r\n").lower()
    return field.name == "title" and value in {"title", "the title", "your title", "no title"}


RULE = Rule(
    "REQ010",
    "placeholder-value",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_CANDIDATE),
    fixability=Fixability.UNSAFE,
    options={"words": ()},
)
