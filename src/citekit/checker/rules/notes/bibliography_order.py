"""An entry of the printed bibliography that is out of its order.

    Doe, Jane, ...
    Adams, Mary, ...
    Evans, Tom, ...

Lists are in the order of the alphabet, or numbered: `[1]`, `[2]`, `[4]` has lost one. Move the
entry, or number anew. The rule tells the fewest entries that would have to move; a list of which
that is true of more than a third has another order (of years, of sections) and is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.ordering import out_of_order
from citekit.checker.rules.notes.wording import (
    quote,
)
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
    for number in stray:
        after = max((key for key in keys if key <= keys[number]), default="", key=lambda key: key)
        mention = heads[number]
        yield paper.problem(
            mention.span,
            f"{quote(mention.words[:40])} is out of the order of the alphabet",
            hint="Move it to its place." if after else "Move it to the top.",
        )


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
)
