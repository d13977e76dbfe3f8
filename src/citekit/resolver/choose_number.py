"""The best of several numbers of one variable."""

from collections.abc import Sequence
from dataclasses import replace

from citekit.model.reference import Reference
from citekit.model.variables import NumberVariable, Variable
from citekit.resolver.choice import Choice, Printed, choice_of, groups_of, support
from citekit.resolver.numbers import normal_number, page_range, split_pair


def choose_number(variable: NumberVariable, printed: Sequence[Printed[str]]) -> Choice[str]:
    """The best supported of ``printed``, then the longest, then the first.

    Page ranges agree if they begin alike; the one that has an end is chosen.
    """

    def form(text: str) -> str:
        if variable is NumberVariable.PAGE and (pages := page_range(text)):
            return f"{pages.prefix}{pages.first}"
        return normal_number(text)

    groups = groups_of(printed, form)
    best = max(groups, key=support)
    chosen = max(best, key=lambda item: (_last(item.value), item.support, len(item.value))).value
    return choice_of(chosen, printed, lambda text: form(text) != form(chosen))


def _last(text: str) -> int:
    return page_range(text).last


def part_pair(reference: Reference) -> Reference:
    """The reference with volume and issue apart, where it has both in one ("20,2")."""
    numbers = dict(reference.numbers)
    volume, issue = reference.number(NumberVariable.VOLUME), reference.number(NumberVariable.ISSUE)
    parted = split_pair(volume, issue)
    if parted == (volume, issue):
        return reference
    numbers[NumberVariable.VOLUME], numbers[NumberVariable.ISSUE] = parted
    source = NumberVariable.VOLUME if volume else NumberVariable.ISSUE
    places = reference.origins.get(source)
    sure = reference.confidence.get(source)
    both = (NumberVariable.VOLUME, NumberVariable.ISSUE)
    return replace(
        reference,
        numbers=numbers,
        origins={**reference.origins, **(dict.fromkeys(both, places) if places else {})},
        confidence={**reference.confidence, **({} if sure is None else dict.fromkeys(both, sure))},
    )


def unite_bare_number(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references with a bare number under one name.

    A number that stands alone may have been read as volume here and as issue there. It is an
    issue number where no reference has both and one calls it so.
    """
    volumes = {r.number(NumberVariable.VOLUME) for r in references} - {""}
    issues = {r.number(NumberVariable.ISSUE) for r in references} - {""}
    both = any(
        r.number(NumberVariable.VOLUME) and r.number(NumberVariable.ISSUE) for r in references
    )
    if both or not volumes & issues:
        return tuple(references)
    return tuple(_as_issue(reference, issues) for reference in references)


def _as_issue(reference: Reference, issues: set[str]) -> Reference:
    volume = reference.number(NumberVariable.VOLUME)
    if volume not in issues:
        return reference

    return replace(
        reference,
        numbers={_number(key): value for key, value in reference.numbers.items()},
        origins={_swapped(key): value for key, value in reference.origins.items()},
        confidence={_swapped(key): value for key, value in reference.confidence.items()},
    )


def _number(variable: NumberVariable) -> NumberVariable:
    return NumberVariable.ISSUE if variable is NumberVariable.VOLUME else variable


def _swapped(variable: Variable) -> Variable:
    return NumberVariable.ISSUE if variable is NumberVariable.VOLUME else variable
