"""Names and lists of names."""

import tomllib
from pathlib import Path

import pytest

from citekit.fields.name_order import NameOrder, judge_order
from citekit.fields.name_words import words_of
from citekit.fields.names import name_order, parse_name, parse_names
from citekit.model.reference import Literal, Name, PersonalName

CASES = Path(__file__).parents[2] / "cases" / "fields"
LISTS = {
    (file.stem, printed): expected
    for file in sorted(CASES.glob("names*.toml"))
    for printed, expected in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
ORDERS = tomllib.loads((CASES / "name_orders.toml").read_text(encoding="utf-8"))


def shown(name: Name) -> str:
    if isinstance(name, Literal):
        return f"{{{name.text}}}"
    parts = [name.family, name.given, name.non_dropping_particle, name.suffix]
    while parts and not parts[-1]:
        parts.pop()
    return " | ".join(parts)


@pytest.mark.parametrize(("row", "expected"), LISTS.items(), ids=range(len(LISTS)))
def test_list_is_taken_apart_as_printed(row: tuple[str, str], expected: str) -> None:
    _, printed = row
    assert " ; ".join(map(shown, parse_names(printed))) == expected


@pytest.mark.parametrize(("printed", "order"), ORDERS.items())
def test_order_is_judged_by_the_name_alone(printed: str, order: str) -> None:
    assert name_order(printed) == order
    judgement = judge_order(printed)
    assert bool(judgement.evidence) == (judgement.order is not NameOrder.UNKNOWN)


@pytest.mark.parametrize("particle", sorted(words_of("particles")))
def test_particle_in_small_letters_is_set_apart(particle: str) -> None:
    name = PersonalName("Brandt", "Anna", non_dropping_particle=particle)
    assert parse_name(f"Anna {particle} Brandt") == name
    assert parse_name(f"{particle} Brandt, Anna") == name
    assert parse_name(f"Brandt, Anna {particle}") == name


@pytest.mark.parametrize("particle", sorted(words_of("capital_particles")))
def test_particle_with_a_capital_belongs_to_the_family(particle: str) -> None:
    family = f"{particle.capitalize()} Brandt"
    assert parse_name(f"Anna {family}") == PersonalName(family, "Anna")
    assert parse_name(f"{family}, Anna") == PersonalName(family, "Anna")


@pytest.mark.parametrize("suffix", ["Jr.", "Jr", "Sr.", "II", "III", "IV"])
def test_suffix_is_found_in_either_order(suffix: str) -> None:
    name = PersonalName("Marlow", "Peter", suffix=suffix)
    assert parse_name(f"Peter Marlow, {suffix}") == name
    assert parse_name(f"Marlow, Peter, {suffix}") == name
    assert parse_name(f"Peter Marlow {suffix}") == name


@pytest.mark.parametrize("title", sorted(words_of("titles")))
def test_title_is_no_part_of_a_name(title: str) -> None:
    assert parse_name(f"{title.capitalize()} Peter Marlow") == PersonalName("Marlow", "Peter")


def test_inverted_list_settles_names_without_evidence() -> None:
    assert parse_name("Li Wei", family_first=True) == PersonalName("Li", "Wei")
    assert parse_name("Li Wei") == PersonalName("Wei", "Li")
    assert parse_names("García Ruiz, Juan Pablo", family_first=True) == (
        PersonalName("García Ruiz", "Juan Pablo"),
    )


def test_inverted_list_never_overrides_good_evidence() -> None:
    assert parse_names("Woo-suk Choi", family_first=True) == (PersonalName("Choi", "Woo-suk"),)
    assert parse_names("Alan J. Hinge", family_first=True) == (PersonalName("Hinge", "Alan J."),)


@pytest.mark.parametrize(
    "text", ["et al.", "Et al", "and others", "others", "u. a.", "等", "и др."]
)
def test_further_persons_are_no_name(text: str) -> None:
    assert parse_name(text) == Literal("others")


def test_text_too_long_for_names_is_kept_as_it_is() -> None:
    text = "Smith, J., " * 3000
    assert parse_names(text) == (Literal(text.strip()),)
