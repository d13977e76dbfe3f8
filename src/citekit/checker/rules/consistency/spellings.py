"""One thing that is spelt in several ways."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from citekit.checker.bib_field import Field
from citekit.checker.finding import Fix, Problem
from citekit.checker.plain_values import plain_value
from citekit.checker.project import Project


def fields_called(project: Project, *names: str) -> list[Field]:
    """The fields of these names in all entries, in their order."""
    return [
        field
        for entry in project.entries
        for name in names
        if (field := entry.get(name)) is not None
    ]


class Deviation(NamedTuple):
    """A field that spells a thing as ``form``, while most spell it as ``usual`` does.

    So many ``times`` it is spelt so.
    """

    field: Field
    form: str
    usual: Field
    times: int


def deviations(fields: Iterable[Field], key: Callable[[str], str]) -> Iterator[Deviation]:
    """The fields whose plain value is not the usual one of all those of the same ``key``.

    The usual spelling is the most frequent one, of equals the one that comes first. Values
    without a key are left out. LaTeX does not count: what is printed alike is spelt alike.
    """
    by_value: dict[str, list[Field]] = {}
    for field in fields:
        by_value.setdefault(field.value, []).append(field)
    by_key: dict[str, dict[str, list[Field]]] = {}
    for value, same in by_value.items():
        plain = plain_value(value)
        name = key(plain) if plain else ""
        if name:
            by_key.setdefault(name, {}).setdefault(plain, []).extend(same)
    for forms in by_key.values():
        if len(forms) > 1:
            yield from _deviating(forms)


def _deviating(forms: dict[str, list[Field]]) -> Iterator[Deviation]:
    usual = max(forms, key=lambda form: len(forms[form]))
    for form, fields in forms.items():
        if form != usual:
            for field in fields:
                yield Deviation(field, form, forms[usual][0], len(forms[usual]))


def as_usual(field: Field, usual: Field, *, is_safe: bool = True) -> Fix | None:
    """The fix that writes the value of ``field`` as ``usual`` has it; ``None`` if it cannot be."""
    title = f"Write '{usual.plain}'"
    if usual.macro and usual.entry.file is field.entry.file:
        return field.rewriting(title, usual.macro, is_safe=is_safe)
    if not field.is_literal:
        return None
    return field.replacement(title, usual.value, is_safe=is_safe)


def problem_of(deviation: Deviation, *, is_safe: bool = True) -> Problem:
    """The problem that a field is not spelt as usual."""
    field, usual = deviation.field, deviation.usual
    times = "once" if deviation.times == 1 else f"{deviation.times} times"
    return field.problem(
        f"'{deviation.form}' is written '{usual.plain}' elsewhere ({times})",
        hint=f"Write '{usual.plain}', or correct the other.",
        fix=as_usual(field, usual, is_safe=is_safe),
        related=(usual.related("the usual spelling"),),
    )
