"""How the places of two references in an archive agree."""

from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile


def compare_shelfmarks(a: Profile, b: Profile) -> Finding:
    """What the shelfmarks say, if both have one with its archive.

    A file holds many pieces, so that two are one work only if title and date, or the lack of
    them, agree as well.
    """
    if not a.shelfmark or not b.shelfmark:
        return NOTHING
    if a.shelfmark != b.shelfmark:
        return Finding(Verdict.CONTRADICTORY, sentence="another shelfmark")
    if a.title.words != b.title.words or a.issued != b.issued:
        return Finding(Verdict.CONTRADICTORY, sentence="another piece of the same file")
    return Finding(Verdict.EQUAL, 9.0, "same shelfmark")
