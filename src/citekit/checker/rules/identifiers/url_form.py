"""A `url` without a scheme, or one that is mistyped.

Without `https:` an address is a name within the page or the folder at hand, and the link is dead.

    url = {www.example.org/x}
    url = {http:/example.org/x}

Write the scheme: `url = {https://www.example.org/x}`.

It is wrong in no case we know of; other schemes (`ftp:`, `urn:`, `mailto:`) are let alone, and so
are values with commands of LaTeX.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_SOUND = re.compile(
    r"\s*(?:https?://(?!https?[:/])(?=[\w\[%])|(?!https?\b)[a-z][a-z0-9+-]{1,20}:(?!\d))",
    re.IGNORECASE,
)
_SCHEME = re.compile(
    r"\s*(?:(?P<doubled>https?://)(?=https?://)|(?:h+t+p+|htp|ttp|hhtp|htpp)(?P<secure>s?)\s*(?::|;)?\s*[/\\]+\s*:?[/\\]*(?=[\w]))",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\s*(?:www\.[\w-]+\.|(?:[\w-]{1,60}\.){1,5}[a-z]{2,12}(?:[/:?#]|\s*$))", re.IGNORECASE
)
_FILE_END = re.compile(r"\.(?:pdf|html?|txt|docx?|ps|djvu)\s*$", re.IGNORECASE)

# What `command-in-url` and `local-address` speak of.
_OTHER = re.compile(
    r"\s*(?:<(?:https?|ftp):|(?:url|available|retrieved|online)\b.{0,20}://|/(?:home|users)/|[a-z]:[\\/])",
    re.IGNORECASE,
)


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    broken = _SCHEME.match(value)
    if _SOUND.match(value) or _OTHER.match(value) or not value.strip() or "\\" in value[:8]:
        return
    fix, wanted = None, ""
    if broken:
        wanted = "" if broken["doubled"] else f"http{broken['secure'].lower()}://"
        fix = field.amendment("Correct the scheme", 0, broken.end(), wanted)
        wanted += value[broken.end() :].strip()
    elif _HOST.match(value) and ("/" in value or not _FILE_END.search(value)):
        wanted = f"https://{value.strip()}"
        fix = field.amendment("Write 'https://' in front", 0, 0, "https://")
    yield field.problem(
        f"'{value.strip()}' is no whole address",
        hint=f"Write '{wanted}'." if wanted else "Write the address with its scheme, 'https://'.",
        fix=fix,
    )


RULE = Rule(
    "IDN022",
    "malformed-url",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"url"})),
    fixability=Fixability.SAFE,
)
