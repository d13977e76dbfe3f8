"""How the places of two references within one volume agree."""

from citekit.resolver.compare_dates import compare_dates
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile


def compare_places(a: Profile, b: Profile, authors: Finding, container: Finding) -> Finding:
    """What pages and authors say together, where container, year and volume agree.

    Abstracts of one meeting have titles, identifiers and authors in common. Two that stand on
    different pages, and of which one names authors that the other does not, are two works; a
    slip in the pages alone, or a shortened list alone, is not enough.
    """
    if not container.agrees or compare_dates(a, b).verdict is not Verdict.EQUAL:
        return NOTHING
    if not a.numbering.volume or a.numbering.volume != b.numbering.volume:
        return NOTHING
    first, second = a.numbering.pages, b.numbering.pages
    if not first or not second or first.prefix != second.prefix:
        return NOTHING
    if first.first <= second.last and second.first <= first.last:
        return NOTHING
    if authors.verdict is Verdict.SILENT or authors.verdict is Verdict.EQUAL:
        return NOTHING
    if a.truncated or b.truncated:
        return NOTHING
    sentence = f"other authors, page {first.first} against {second.first} of one volume"
    return Finding(Verdict.CONTRADICTORY, sentence=sentence)
