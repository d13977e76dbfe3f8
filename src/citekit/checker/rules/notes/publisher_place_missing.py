"""A publisher without a place, where other references of the paper have both.

    Doe, Jane, Harbours, Harbour University Publishing, 1999.

Give both for all or the publisher alone for all. Told once for each work, at its entry; the rule
speaks where at least two other works, and a third of all printed ones, have a place.

Harmless in styles that leave the place out, as the newest ones of APA, MLA and Chicago do.
"""

from collections.abc import Iterator

from citekit.checker.finding import Problem
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.imprints import is_ambiguous_imprint
from citekit.checker.rules.notes.wording import one_place, quote
from citekit.model.diagnostic import Severity
from citekit.model.variables import ItemType, TextVariable


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    placed = {
        one.key
        for one in paper.mentions
        if one.place(TextVariable.PUBLISHER) and one.place(TextVariable.PUBLISHER_PLACE)
    }
    published = {one.key for one in paper.mentions if _is_printed(one)}
    if len(placed) <= 1 or len(placed & published) * 3 < len(published):
        return
    for key, mentions in paper.by_work.items():
        mention = one_place(mentions)
        span = mention.place(TextVariable.PUBLISHER)
        if span is None or key in placed or not _is_printed(mention):
            continue
        if is_ambiguous_imprint(paper, mention) or span.start <= mention.start:
            continue
        if any(one.reference.text(TextVariable.PUBLISHER_PLACE) for one in mentions):
            continue
        name = mention.printed(TextVariable.PUBLISHER)
        yield paper.problem(
            mention.file_span(span.start, span.end),
            f"{quote(name)} has no place of publication; {len(placed)} other works have one",
            hint="Add the place.",
        )


def _is_printed(mention: Mention) -> bool:
    """Whether the work has a publisher and is no page of the web and no thesis."""
    if mention.place(TextVariable.PUBLISHER) is None or mention.place(TextVariable.URL):
        return False
    return mention.reference.type not in {ItemType.THESIS, ItemType.WEBPAGE}


RULE = Rule(
    "NOT027",
    "publisher-place-missing",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
    is_default=False,
)
