"""The best of several lists of names of one variable."""

from collections.abc import Collection, Mapping, Sequence

from citekit.model.reference import Literal, Name, PersonalName
from citekit.model.variables import NameVariable
from citekit.resolver.choice import Choice, Printed, choice_of, support
from citekit.resolver.compare_names import is_same, name_words, shared_share
from citekit.resolver.wording import folded_words

Names = tuple[Name, ...]


def choose_names(
    _variable: NameVariable,
    printed: Sequence[Printed[Names]],
    *,
    inverted: Collection[Name] = (),
) -> Choice[Names]:
    """The best supported list of ``printed``, each name in its fullest supported form.

    A list supports those that it agrees with; of those that agree, the longest is taken, and
    one that is written out before one that ends in "others". Where a name is read in two
    orders, one in ``inverted`` (printed with a comma after the family name) settles it, then
    the number of mentions, then the one printed first.
    """
    best = max(
        printed,
        key=lambda item: (
            support([other for other in printed if agree(item.value, other.value)]),
            _known(item.value),
            Literal("others") not in item.value,
            _letters(item.value),
        ),
    )
    alike = [item for item in printed if agree(best.value, item.value)]
    counterparts = [_counterparts(best.value, item.value) for item in alike]
    chosen = tuple(
        _fullest(
            name,
            [
                Printed(found[place], item.support)
                for item, found in zip(alike, counterparts, strict=True)
                if place in found
            ],
            inverted,
        )
        for place, name in enumerate(best.value)
    )
    return choice_of(chosen, printed, lambda names: _is_rival(names, chosen))


def agree(a: Names, b: Names) -> bool:
    """Whether the shorter list has all its names in the longer one."""
    return shared_share(a, b) == 1.0


def _known(names: Names) -> int:
    return sum(name != Literal("others") for name in names)


def _letters(names: Names) -> int:
    return sum(len(word) for name in names for word in name_words(name))


def _counterparts(names: Names, others: Names) -> dict[int, Name]:
    """The name in ``others`` of each of ``names``, by its position, where there is one.

    No name stands for two: of two Wangs, each has their own. Equal names find each other first,
    then those in one place, then the others in their order.
    """
    found: dict[int, Name] = {}
    left = dict(enumerate(others))
    for equal in (True, False):
        for place, name in enumerate(names):
            if place not in found:
                other = _counterpart(name, place, left, equal=equal)
                if other is not None:
                    found[place] = left.pop(other)
    return found


def _counterpart(name: Name, place: int, left: Mapping[int, Name], *, equal: bool) -> int | None:
    if place in left and (left[place] == name if equal else is_same(name, left[place])):
        return place
    fits = (at for at, other in left.items() if (other == name if equal else is_same(name, other)))
    return next(fits, None)


def _fullest(name: Name, printed: Sequence[Printed[Name]], inverted: Collection[Name]) -> Name:
    """The form of ``name`` in the order best supported, the fullest among those."""
    forms: dict[Name, float] = {}
    for item in printed:
        forms[item.value] = forms.get(item.value, 0.0) + item.support
    if not forms:
        return name
    forms = _in_best_order(forms, inverted)
    supported = {form: weight + _kin(form, forms) for form, weight in forms.items()}
    return max(supported, key=lambda form: (supported[form], _letters((form,))))


def _in_best_order(forms: Mapping[Name, float], inverted: Collection[Name]) -> dict[Name, float]:
    """The forms in one order of family and given name; literal ones for want of others only."""
    orders: dict[tuple[str, ...], dict[Name, float]] = {}
    for form, weight in forms.items():
        family = folded_words(form.family) if isinstance(form, PersonalName) else ()
        orders.setdefault(family, {})[form] = weight
    crossed = {
        family
        for family in orders
        for form in forms
        if isinstance(form, PersonalName) and family and folded_words(form.given) == family
    }
    if len(orders) == 1:
        return dict(forms)
    if not crossed:
        return {f: w for f, w in forms.items() if isinstance(f, PersonalName)} or dict(forms)
    best = max(
        crossed,
        key=lambda family: (
            any(form in inverted for form in orders[family]),
            sum(orders[family].values()),
        ),
    )
    return orders[best]


def _kin(form: Name, forms: dict[Name, float]) -> float:
    """The support of the shorter forms that this form writes out: "T Berg" of "Tomas"."""
    return sum(
        weight for other, weight in forms.items() if other != form and _writes_out(form, other)
    )


def _writes_out(full: Name, short: Name) -> bool:
    if not isinstance(full, PersonalName) or not isinstance(short, PersonalName):
        return isinstance(full, PersonalName) and name_words(full) <= name_words(short)
    if folded_words(full.family) != folded_words(short.family):
        return False
    mine, others = folded_words(full.given), folded_words(short.given)
    if len(mine) < len(others) or len("".join(mine)) <= len("".join(others)):
        return False
    return all(word.startswith(other) for word, other in zip(mine, others, strict=False))


def _is_rival(names: Names, chosen: Names) -> bool:
    """Whether a name of the list is spelled in a way that the chosen one does not write out."""
    for name in names:
        match = next((other for other in chosen if is_same(name, other)), None)
        if match is None:
            return name != Literal("others")
        if not (name_words(name) <= name_words(match) or _writes_out(match, name)):
            return True
    return False
