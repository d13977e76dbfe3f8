"""The conditions of ``cs:choose``.

Source: CSL 1.0.2, "Choose".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from citekit.csl.citation import Position
from citekit.csl.context import Context, Environment
from citekit.csl.nodes import Branch, Condition
from citekit.csl.rendering.label import locator_label
from citekit.csl.rendering.numerals import parse_numerals
from citekit.csl.rendering.variables import SPECIAL_VARIABLES, variable_lookup
from citekit.model.reference import DateRange

Test = Callable[[Context], bool]

_RANKS: Mapping[Position, int] = {
    Position.FIRST: 0,
    Position.SUBSEQUENT: 1,
    Position.IBID: 2,
    Position.IBID_WITH_LOCATOR: 3,
}
"""Each position but the first holds wherever one after it holds."""


def compile_branch_test(branch: Branch, env: Environment) -> Test:
    """The function that tells whether ``branch`` is taken where none before it is."""
    if not branch.conditions:
        return _always
    tests = _compile_conditions(branch.conditions, env)
    match branch.match:
        case "any":
            return _any_of(tests)
        case "none":
            any_holds = _any_of(tests)
            return lambda ctx: not any_holds(ctx)
        case _:
            return _all_of(tests)


def _compile_conditions(conditions: Sequence[Condition], env: Environment) -> tuple[Test, ...]:
    # An item has but one type, so several types are alternatives whatever ``match`` says.
    types = frozenset(one.value for one in conditions if one.test == "type")
    tests = [_is_of_types(types)] if types else []
    tests += [_compile_condition(one, env) for one in conditions if one.test != "type"]
    return tuple(tests)


def _always(_ctx: Context) -> bool:
    return True


def _never(_ctx: Context) -> bool:
    return False


def _any_of(tests: tuple[Test, ...]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a generator costs more than the tests
            if test(ctx):
                return True
        return False

    return holds


def _all_of(tests: tuple[Test, ...]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110  # a generator costs more than the tests
            if not test(ctx):
                return False
        return True

    return holds


def _is_of_types(types: frozenset[str]) -> Test:
    return lambda ctx: ctx.item.type in types


def _compile_condition(condition: Condition, env: Environment) -> Test:
    compiler = _COMPILERS.get(condition.test)
    return compiler(condition.value, env) if compiler else _never


def _has_variable(variable: str, env: Environment) -> Test:
    del env
    if variable in SPECIAL_VARIABLES or variable == "page-first":
        look_up = variable_lookup(variable)
        return lambda ctx: bool(look_up(ctx))
    return lambda ctx: variable in ctx.texts or variable in ctx.names or variable in ctx.dates


def _is_numeric(variable: str, env: Environment) -> Test:
    look_up = variable_lookup(variable)
    conjunction = env.locale.term("and")

    def holds(ctx: Context) -> bool:
        value = look_up(ctx)
        return bool(value) and parse_numerals(value, conjunction).is_numeric

    return holds


def _is_uncertain_date(variable: str, env: Environment) -> Test:
    del env

    def holds(ctx: Context) -> bool:
        date = ctx.dates.get(variable)
        return isinstance(date, DateRange) and date.circa

    return holds


def _has_locator(label: str, env: Environment) -> Test:
    del env
    wanted = locator_label(label)

    def holds(ctx: Context) -> bool:
        return bool(ctx.specials.get("locator")) and locator_label(ctx.label) == wanted

    return holds


def _is_disambiguated(value: str, env: Environment) -> Test:
    del env
    if value != "true":
        return _never
    return lambda ctx: ctx.disambiguation.condition


def _has_position(value: str, env: Environment) -> Test:
    if not env.is_citation:
        return _never
    if value == "near-note":
        return lambda ctx: (
            ctx.near_note and ctx.position is not None and ctx.position is not Position.FIRST
        )
    if value not in set(Position):
        return _never
    wanted = Position(value)
    if wanted is Position.FIRST:
        return lambda ctx: ctx.position is Position.FIRST
    rank = _RANKS[wanted]
    return lambda ctx: ctx.position is not None and _RANKS[ctx.position] >= rank


_COMPILERS: Mapping[str, Callable[[str, Environment], Test]] = {
    "disambiguate": _is_disambiguated,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain_date,
    "locator": _has_locator,
    "position": _has_position,
    "variable": _has_variable,
}
