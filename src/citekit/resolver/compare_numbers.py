"""How volume, issue, pages and edition of two references agree."""

from collections.abc import Iterator

from citekit.model.variables import ItemType
from citekit.resolver.compare_dates import compare_dates
from citekit.resolver.finding import Finding, Verdict
from citekit.resolver.profile import Profile

_IN_PERIODICALS = frozenset(
    (
        ItemType.ARTICLE,
        ItemType.ARTICLE_JOURNAL,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.PAPER_CONFERENCE,
        ItemType.REVIEW,
        ItemType.REVIEW_BOOK,
    )
)


def compare_numbers(a: Profile, b: Profile) -> tuple[Finding, ...]:
    """What the numbers say, those that both have; none where there are none.

    Two volumes of a book, and two editions said to be such, are two works. A number that one
    calls volume and the other issue ("173" alone) agrees.
    """
    return tuple(
        finding
        for finding in (*_volumes(a, b), *_issues(a, b), *_pages(a, b), *_editions(a, b))
        if finding.verdict is not Verdict.SILENT
    )


def is_in_periodical(profile: Profile) -> bool:
    """Whether the work came out in a periodical, where volumes count its years."""
    return profile.type in _IN_PERIODICALS


def _volumes(a: Profile, b: Profile) -> Iterator[Finding]:
    first, second = a.numbering.volume, b.numbering.volume
    if not first and not second:
        return
    if first == second:
        yield Finding(Verdict.EQUAL, 1.5, f"both volume {first}")
    elif first and second and is_in_periodical(a) and is_in_periodical(b):
        yield Finding(Verdict.DIFFERENT, -5.0, f"volume {first} against {second}")
    elif first and second:
        yield Finding(Verdict.CONTRADICTORY, sentence=f"volume {first} against {second}")
    elif (first or second) == (a.numbering.issue or b.numbering.issue):
        yield Finding(Verdict.PARTIAL, 1.0, f"both number {first or second}")


def _issues(a: Profile, b: Profile) -> Iterator[Finding]:
    first, second = a.numbering.issue, b.numbering.issue
    if first and second and first == second:
        yield Finding(Verdict.EQUAL, 1.0, f"both issue {first}")
    elif first and second and (first.startswith(f"{second} ") or second.startswith(f"{first} ")):
        yield Finding(Verdict.PARTIAL, 0.0, f"issue {first} and {second}")
    elif first and second:
        yield Finding(Verdict.DIFFERENT, -3.0, f"issue {first} against {second}")
    first, second = a.numbering.number, b.numbering.number
    if first and second and first == second:
        yield Finding(Verdict.EQUAL, 1.5, f"both number {first}")
    elif first and second:
        yield Finding(Verdict.DIFFERENT, -4.0, f"number {first} against {second}")


def _pages(a: Profile, b: Profile) -> Iterator[Finding]:
    first, second = a.numbering.pages, b.numbering.pages
    if not first or not second:
        return
    if (first.prefix, first.first) == (second.prefix, second.first):
        weight = 2.5 if first.last == second.last else 1.5
        yield Finding(Verdict.EQUAL, weight, "same first page")
    elif first.first <= second.first <= first.last or second.first <= first.first <= second.last:
        yield Finding(Verdict.PARTIAL, 0.0, "pages of one lie within those of the other")
    else:
        yield Finding(Verdict.DIFFERENT, -3.0, f"page {first.first} against {second.first}")


def _editions(a: Profile, b: Profile) -> Iterator[Finding]:
    first, second = a.numbering.edition, b.numbering.edition
    if first and second and first != second:
        sentence = f"edition {first} against {second}"
        if compare_dates(a, b).verdict is Verdict.EQUAL:
            yield Finding(Verdict.DIFFERENT, -4.0, sentence)
        else:
            yield Finding(Verdict.CONTRADICTORY, sentence=sentence)
    elif bool(first) != bool(second) and compare_dates(a, b).verdict is Verdict.DIFFERENT:
        yield Finding(Verdict.DIFFERENT, -3.0, "one says another edition and year")
    if a.numbering.chapter and b.numbering.chapter and a.numbering.chapter != b.numbering.chapter:
        yield Finding(Verdict.DIFFERENT, -3.0, "another chapter")
