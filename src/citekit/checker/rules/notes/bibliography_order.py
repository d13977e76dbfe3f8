"""An entry of the printed bibliography that is out of its order.

    Doe, Jane, ...
    Adams, Mary, ...
    Evans, Tom, ...

Lists are in the order of the alphabet, or numbered: `[1]`, `[2]`, `[4]` has lost one. Move the
entry, or number anew. The rule tells the fewest entries that would have to move; a list of which
that is true of more than a third has another order (of years, of sections) and is left alone.

The fix, made on request, moves the entry in Markdown and plain text, where each stands in a
paragraph of its own. Where dashes stand for the name of the entry above, nothing is moved.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.checker.finding import Fix, Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import Fixability, PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.list_paragraphs import list_paragraphs, moved
from citekit.checker.rules.notes.ordering import out_of_order
from citekit.checker.rules.notes.wording import quote
from citekit.model.diagnostic import Severity
from citekit.text.folding import fold

_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4})[\])]?[.:]?\s")
_DASH = re.compile(r"[\W_]{2,}")
# So short a list shows no order of its own.
_SHORT = 3
_ARTICLE = re.compile(r"(?:the|an?|der|die|das|les?|la|el|los|las|il|lo)\s", re.IGNORECASE)


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    heads = [one for one in paper.entries if one.cite is one.citation.cites[0]]
    numbers = [_number(paper, one) for one in heads]
    if any(numbers):
        yield from _numbering(paper, heads, numbers)
        return
    keys: list[str] = []
    for mention in heads:
        repeated = _DASH.match(mention.text)
        keys.append(keys[-1] if repeated and keys else _filed_under(mention))
    stray = out_of_order(keys)
    if not stray or (len(keys) > _SHORT and len(stray) * 3 > len(keys)):
        return
    paragraphs = (
        None if any(_DASH.match(one.text) for one in heads) else list_paragraphs(paper, heads)
    )
    kept = [number for number in range(len(keys)) if number not in stray]
    for number in stray:
        mention = heads[number]
        before = next((one for one in kept if keys[one] > keys[number]), None)
        edits = moved(paper, paragraphs, number, before) if paragraphs else ()
        yield paper.problem(
            mention.span,
            f"{quote(mention.words[:40])} is out of the order of the alphabet",
            hint=_hint(heads, before),
            fix=Fix("Move it to its place", edits, is_safe=False) if edits else None,
        )


def _hint(heads: Sequence[Mention], before: int | None) -> str:
    if before is None:
        return "Move it to the end of the list."
    return f"Move it before {quote(heads[before].words[:40])}."


def _numbering(paper: Paper, heads: Sequence[Mention], numbers: Sequence[int]) -> Iterator[Problem]:
    for (one, before), (other, number) in pairwise(zip(heads, numbers, strict=True)):
        if before and number and number != before + 1 and number != 1:
            yield paper.problem(
                other.span,
                f"entry {number} follows entry {before}",
                hint="Number the entries anew, or supply the one that is missing.",
                related=(paper.related(one.span, f"entry {before}"),),
            )


def _number(paper: Paper, mention: Mention) -> int:
    """The number printed before an entry, 0 without one."""
    start = mention.traced.start
    line = paper.text.rfind("\n", 0, start) + 1
    match = _NUMBER.match(paper.text, line)
    if match is None or match.end() > max(start, line) + 6:
        return 0
    return int(match[1])


def _filed_under(mention: Mention) -> str:
    """The first words, folded, up to the end of the first name."""
    text = _ARTICLE.sub("", mention.text.lstrip("\"'“‘„«[ "))
    return fold(re.split(r"[,.(:\"“]", text, maxsplit=1)[0] or mention.text)


RULE = Rule(
    "NOT011",
    "bibliography-order",
    __doc__,
    Severity.STYLE,
    PaperCheck(_check),
    is_default=False,
    fixability=Fixability.UNSAFE,
)
