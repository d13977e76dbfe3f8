"""How identifiers and addresses of two references agree."""

from collections.abc import Iterator

from citekit.model.variables import ItemType
from citekit.resolver.finding import Finding, Verdict
from citekit.resolver.identifiers import is_specific
from citekit.resolver.profile import Profile

_ONLINE = frozenset((ItemType.WEBPAGE, ItemType.POST, ItemType.POST_WEBLOG))


def compare_identifiers(a: Profile, b: Profile) -> tuple[Finding, ...]:
    """What identifiers and addresses say, those that both have.

    A different DOI only counts against one work: preprints and mirrors have their own.
    """
    return (*_dois(a, b), *_serials(a, b), *_addresses(a, b))


def share_identifier(a: Profile, b: Profile) -> bool:
    """Whether both bear the same DOI, address of a single page, or shelfmark in an archive."""
    return bool(
        (a.doi and a.doi == b.doi)
        or (a.url == b.url and is_specific(a.url))
        or (a.shelfmark and a.shelfmark == b.shelfmark)
    )


def _dois(a: Profile, b: Profile) -> Iterator[Finding]:
    if a.doi and a.doi == b.doi:
        yield Finding(Verdict.EQUAL, 7.0, f"same DOI {a.doi}")
    elif a.doi and b.doi:
        yield Finding(Verdict.DIFFERENT, -4.0, f"DOI {a.doi} against {b.doi}")


def _serials(a: Profile, b: Profile) -> Iterator[Finding]:
    if shared := a.serials & b.serials:
        yield Finding(Verdict.EQUAL, 3.0, f"same {min(shared)}")


def _addresses(a: Profile, b: Profile) -> Iterator[Finding]:
    if not a.url or not b.url:
        return
    if a.url == b.url and is_specific(a.url):
        yield Finding(Verdict.EQUAL, 4.0, "same address")
    elif a.url != b.url and a.type in _ONLINE and b.type in _ONLINE:
        yield Finding(Verdict.DIFFERENT, -2.0, "other address")
    elif a.url != b.url and is_specific(a.url) and is_specific(b.url):
        # Articles have mirrors and archived copies, so that this counts for little.
        yield Finding(Verdict.ALIKE, -1.0, "other address")
