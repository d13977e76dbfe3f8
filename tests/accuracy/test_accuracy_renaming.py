"""A renaming changes names, words and numbers, and nothing of a text's structure."""

import re
from itertools import pairwise

import pytest
from renaming_text import MONTHS, Renaming, make_renaming

SEEDS = range(1, 13)
NAMES = (("Hinge", "Alan J."), ("Okonogi", "Masao"), ("Okonogi", "M"), ("Anthony", "Mely C"))
TEXT = (
    "<sup>23</sup> See: Alan J. Hinge, “Security in the 20<sup>th</sup> century”, *Survival*, "
    "39:1, Spring 1997, pg.105~107; Choi,, Woo-suk, 29<sup>th</sup> June 2005, 173, "
    "<http://www.example.com/20050629/A1.html> Accessed: 5<sup>th</sup> September 2006"
)


@pytest.fixture(params=SEEDS)
def renaming(request: pytest.FixtureRequest) -> Renaming:
    return make_renaming(request.param, NAMES, [23, 173])


def skeleton(text: str) -> str:
    """The text with words, numbers and ordinals blotted out."""
    text = re.sub(r"<sup>(?:st|nd|rd|th)</sup>", "<sup>O</sup>", text)
    return re.sub(r"[A-Za-z]+", "A", re.sub(r"\d+", "1", text))


def test_marks_and_punctuation_stay(renaming: Renaming) -> None:
    renamed = renaming.text(TEXT)
    assert skeleton(renamed) == skeleton(TEXT)
    assert renamed.startswith("<sup>23</sup> See: ")


@pytest.mark.parametrize(
    "old",
    [
        "Hinge",
        "Alan J.",
        "Security",
        "Survival",
        "39:1",
        "Spring 1997",
        "105",
        "107",
        "Choi",
        "173",
        "June 2005",
    ],
)
def test_names_words_and_numbers_go(renaming: Renaming, old: str) -> None:
    assert not re.search(rf"(?<!\w){re.escape(old)}(?!\w)", renaming.text(TEXT))


def test_a_day_is_the_same_in_print_and_in_an_address(renaming: Renaming) -> None:
    printed = re.search(r"(\d+)<sup>..</sup> (\w+) (\d{4}), ", renaming.text(TEXT))
    address = re.search(r"/(\d{4})(\d\d)(\d\d)/", renaming.text(TEXT))
    assert printed is not None
    assert address is not None
    day, month, year = printed.groups()
    assert address.groups() == (year, f"{MONTHS.index(month) + 1:02}", f"{int(day):02}")


@pytest.mark.parametrize(
    ("day", "suffix"),
    [(4, "th"), (5, "th"), (12, "th"), (14, "th"), (23, "rd"), (24, "th"), (25, "th")],
)
def test_ordinals_end_as_they_should(renaming: Renaming, day: int, suffix: str) -> None:
    match = re.fullmatch(r"(\d+)(st|nd|rd|th)", renaming.text(f"{day}{suffix}"))
    assert match is not None
    number = int(match[1])
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    assert match[2] == ends.get(number, "th")


def test_an_initial_is_that_of_the_name(renaming: Renaming) -> None:
    assert renaming.text("M Okonogi")[0] == renaming.text("Masao")[0]


def test_spellings_that_differ_still_differ(renaming: Renaming) -> None:
    for one, other in (("Practice", "Practise"), ("Muthiah", "Multhiah"), ("Defence", "Defense")):
        new, newer = renaming.text(one), renaming.text(other)
        assert new != newer
        assert abs(len(new) - len(newer)) <= 2


def test_offsets_move_along(renaming: Renaming) -> None:
    renamed = renaming.apply(TEXT)
    for word in ("See", "Hinge", "Security", "Survival", "Spring", "Choi", "Accessed"):
        start = TEXT.index(word)
        new = slice(renamed.offset(start), renamed.offset(start + len(word)))
        assert renamed.text[new] == renaming.text(word)
    assert all(one[1] <= other[0] for one, other in pairwise(renamed.steps))


def test_a_seed_gives_one_renaming_and_another_seed_another() -> None:
    first, again, other = (make_renaming(seed, NAMES, []).text(TEXT) for seed in (1, 1, 2))
    assert first == again != other
