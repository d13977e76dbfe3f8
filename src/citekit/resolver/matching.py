"""Whether two references are one work, and why."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from citekit.model.reference import Reference
from citekit.resolver.compare_container import compare_containers
from citekit.resolver.compare_dates import agree_to_the_day, compare_dates
from citekit.resolver.compare_identifiers import compare_identifiers, share_identifier
from citekit.resolver.compare_names import compare_authors
from citekit.resolver.compare_numbers import compare_numbers
from citekit.resolver.compare_place import compare_places
from citekit.resolver.compare_shelfmarks import compare_shelfmarks
from citekit.resolver.compare_title import compare_titles
from citekit.resolver.compare_type import compare_types
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.misplaced_fields import with_fields_in_place
from citekit.resolver.profile import Profile, profile

# Log-odds: what two references of one block are before anything is compared, and the bounds of
# the decision. Titles and authors alone (6 + 4) are over the line, a title alone is not.
_PRIOR = -7.0
_SAME = 2.0
_DOUBTFUL = -1.0
# Where titles are merely alike, this much has to be said by the rest.
_SAME_WHERE_ALIKE = 9.0
# What an equal, telling title is worth beyond its words where nobody is named: hardly two works
# of one year bear it, nor two works at all if it is long.
_TITLE_AND_YEAR = 1.5
_LONG_TITLE = 3.0
_LONG_WORDS = 6
_TELLING = 6.0
_SHORT = 3.5


class Decision(StrEnum):
    """What a comparison comes to."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """The outcome of a comparison: ``score`` from 0 to 1, ``evidence`` as sentences.

    The evidence begins with what weighs most. ``contradictory`` tells two works from two
    references that only have too little in common.
    """

    score: float
    decision: Decision
    evidence: tuple[str, ...] = ()
    contradictory: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two references are one work, as sentences: ``because``, and ``although``.

    Both begin with what weighs most.
    """

    because: tuple[str, ...] = ()
    although: tuple[str, ...] = ()


def compare(a: Reference, b: Reference) -> Match:
    """Whether two references are one work; the order does not matter.

    Their origins tell whether they were cited in the same document.
    """
    return compare_profiles(profile(a), profile(b))


def compare_profiles(a: Profile, b: Profile) -> Match:
    """Whether two profiles are of one work.

    Two titles that differ, or any other contradiction, settle it. Otherwise the findings are
    summed up as log-odds, but for references without a title, which need clear evidence.
    """
    if b.signature < a.signature:
        a, b = b, a
    title = compare_titles(a, b)
    if title.verdict is Verdict.CONTRADICTORY or a.untitled != b.untitled:
        placed = with_fields_in_place(a, b), with_fields_in_place(b, a)
        if placed[0] is not a:
            return compare_profiles(placed[0], b)
        if placed[1] is not b:
            return compare_profiles(a, placed[1])
    if title.verdict is Verdict.CONTRADICTORY:
        return Match(0.0, Decision.DIFFERENT, (title.sentence,), contradictory=True)
    authors = compare_authors(a, b)
    findings = _findings(a, b, title, authors)
    against = [f.sentence for f in findings if f.verdict is Verdict.CONTRADICTORY]
    if against:
        return Match(0.0, Decision.DIFFERENT, tuple(against), contradictory=True)
    if a.untitled or b.untitled:
        return _decide_untitled(a, b, authors, findings)
    if title.verdict is Verdict.PHRASE and (a.thin or b.thin):
        return _decide_phrase(authors, findings)
    return _decide(title, (*findings, _alone(a, b, title, findings)))


def _alone(a: Profile, b: Profile, title: Finding, findings: Sequence[Finding]) -> Finding:
    """What an equal title says if nothing is against it, beyond what equal titles say anyway.

    A long one tells the work even where one has no author, a short one with all its authors.
    """
    if title.verdict is not Verdict.EQUAL or title.weight < _SHORT or _differs(findings):
        return NOTHING
    if a.authors and b.authors:
        agree = findings[1].verdict is Verdict.EQUAL and len(a.title.content) > 1
        alone = title.weight < _TELLING and agree
        return Finding(Verdict.EQUAL, 1.5, "nothing against it") if alone else NOTHING
    if title.weight < _TELLING:
        return NOTHING
    if len(a.title.content) >= _LONG_WORDS:
        return Finding(Verdict.EQUAL, _LONG_TITLE, "a long title")
    if a.issued and b.issued:
        return Finding(Verdict.EQUAL, _TITLE_AND_YEAR, "title and year alone")
    return NOTHING


def explain_profiles(a: Profile, b: Profile) -> Explanation:
    """What speaks for it that two profiles are of one work, and what against it."""
    if b.signature < a.signature:
        a, b = b, a
    findings = _findings(a, b, compare_titles(a, b), compare_authors(a, b))
    against = [f for f in findings if f.verdict is Verdict.CONTRADICTORY or f.weight < 0]
    return Explanation(
        _sentences([finding for finding in findings if finding not in against]),
        _sentences(against),
    )


def _findings(a: Profile, b: Profile, title: Finding, authors: Finding) -> tuple[Finding, ...]:
    """What each comparison found, that of the titles first."""
    container = compare_containers(a, b)
    findings = (
        title,
        authors,
        compare_types(a, b),
        compare_dates(a, b),
        container,
        *compare_numbers(a, b),
        *compare_identifiers(a, b),
        compare_shelfmarks(a, b),
        compare_places(a, b, authors, container),
    )
    if a.doi and a.doi == b.doi and title.agrees:
        return tuple(_excused(finding, authors) for finding in findings)
    return findings


def _decide(title: Finding, findings: Sequence[Finding]) -> Match:
    total = _PRIOR + sum(finding.weight for finding in findings)
    needed = _SAME if title.agrees else max(_SAME, _PRIOR + title.weight + _SAME_WHERE_ALIKE)
    evidence = _sentences(findings)
    if total >= needed:
        return Match(_probability(total), Decision.SAME, evidence)
    if total >= _DOUBTFUL:
        return Match(_probability(total), Decision.DOUBTFUL, evidence)
    return Match(_probability(total), Decision.DIFFERENT, evidence, _differs(findings))


def _decide_phrase(authors: Finding, findings: Sequence[Finding]) -> Match:
    """A short mention whose title is a phrase of the other's: the author has to agree."""
    total = _PRIOR + sum(finding.weight for finding in findings)
    evidence = _sentences(findings)
    if not authors.agrees or _differs(findings):
        return Match(0.0, Decision.DIFFERENT, evidence, contradictory=True)
    return Match(max(_probability(total), 0.8), Decision.SAME, evidence)


def _decide_untitled(
    a: Profile, b: Profile, authors: Finding, findings: Sequence[Finding]
) -> Match:
    """References without a title: the same author in the same place, or the same identifier."""
    container = compare_containers(a, b)
    total = _PRIOR + sum(finding.weight for finding in findings)
    evidence = _sentences(findings)
    differs = _differs(findings)
    if share_identifier(a, b) and not differs:
        return Match(max(_probability(total), 0.9), Decision.SAME, evidence)
    if differs or not (authors.agrees or a.nameless or b.nameless):
        return Match(0.0, Decision.DIFFERENT, evidence, differs)
    placed = container.agrees and container.weight > 1.0
    if authors.agrees and (placed or agree_to_the_day(a, b)):
        return Match(max(_probability(total), 0.9), Decision.SAME, evidence)
    if _may_be_same(a, b, container, placed=placed):
        return Match(max(_probability(total), 0.3), Decision.DOUBTFUL, evidence)
    return Match(_probability(total), Decision.DIFFERENT, evidence)


def _may_be_same(a: Profile, b: Profile, container: Finding, *, placed: bool) -> bool:
    """Whether it is worth a closer look within one document.

    A bare container is the same as another, or as a fuller reference of the very day.
    """
    if a.nameless and b.nameless:
        return container.agrees
    if a.nameless or b.nameless:
        return placed and agree_to_the_day(a, b)
    return not (a.containers and b.containers) and _names_no_more(a, b)


def _names_no_more(a: Profile, b: Profile) -> bool:
    """Whether a mention by author alone names nobody whom the fuller reference does not."""
    thin, full = (a, b) if a.untitled else (b, a)
    return full.untitled or full.truncated or len(thin.authors) <= len(full.authors)


def _excused(finding: Finding, authors: Finding) -> Finding:
    """Garbled names do not make two works of one title and DOI."""
    if finding is authors and authors.verdict is Verdict.CONTRADICTORY:
        return Finding(Verdict.DIFFERENT, -4.0, authors.sentence)
    return finding


def _differs(findings: Sequence[Finding]) -> bool:
    return any(finding.verdict is Verdict.DIFFERENT for finding in findings)


def _probability(log_odds: float) -> float:
    return round(1.0 / (1.0 + math.exp(-log_odds)), 6)


def _sentences(findings: Sequence[Finding]) -> tuple[str, ...]:
    said = [finding for finding in findings if finding.sentence]
    said.sort(key=lambda finding: (-abs(finding.weight), finding.sentence))
    return tuple(finding.sentence for finding in said)
