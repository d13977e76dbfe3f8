"""Citation keys."""

from typing import Any

import pytest
from resolver_rows import cases, reference

from citekit.resolver.keys import assign_keys
from citekit.text.romanisation import romanise

ABE: dict[str, Any] = {"author": ["Abe, Keiji"], "year": 2003}


@pytest.mark.parametrize("row", cases("keys"), ids=lambda row: row["key"])
def test_a_key_is_made_of_name_and_year_or_what_comes_nearest(row: dict[str, Any]) -> None:
    assert assign_keys([reference(row["a"])]) == (row["key"],)


def test_works_of_one_author_and_year_take_a_title_word_whatever_their_order() -> None:
    works = [reference({**ABE, "title": title}) for title in ("The straits", "On ferries")]
    assert assign_keys(works) == ("abe2003-straits", "abe2003-ferries")
    assert assign_keys(works[::-1]) == ("abe2003-ferries", "abe2003-straits")


def test_a_second_word_is_taken_where_the_first_is_shared() -> None:
    works = [reference({**ABE, "title": title}) for title in ("Straits north", "Straits south")]
    assert assign_keys(works) == ("abe2003-straits-north", "abe2003-straits-south")


def test_a_reference_with_a_key_keeps_it_and_others_keep_away_from_it() -> None:
    works = [reference({**ABE, "key": "Abe2003"}), reference({**ABE, "title": "Ferries"})]
    assert assign_keys(works) == ("Abe2003", "abe2003-ferries")


def test_taken_keys_are_avoided_across_case() -> None:
    work = reference({**ABE, "title": "Ferries"})
    assert assign_keys([work], taken=["ABE2003"]) == ("abe2003-ferries",)


def test_works_that_nothing_readable_tells_apart_get_a_hash_that_their_order_does_not_change() -> (
    None
):
    works = [reference({**ABE, "title": "Straits", "volume": n}) for n in (1, 2)]
    keys = assign_keys(works)
    assert len(set(keys)) == 2
    assert assign_keys(works[::-1]) == keys[::-1]
    assert all(key.startswith("abe2003-") for key in keys)


def test_equal_works_still_have_keys_of_their_own() -> None:
    assert len(set(assign_keys([reference(ABE)] * 5))) == 5


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("홍길동", "honggildong"),
        ("값", "gap"),
        ("Щукин", "shchukin"),
        ("Ñandú", "nandu"),
        ("Ærø", "aero"),
        ("ﬁlm № 2", "film no 2"),
        ("山田", ""),
        ("O'Neill-Smith", "o neill smith"),
        ("\ud800\0", ""),
    ],
)
def test_text_is_written_in_plain_latin_letters(text: str, latin: str) -> None:
    assert romanise(text) == latin
