"""What a written name may be: that of a person, of a body, or of several persons at once."""

from citekit.checker.plain_values import plain_value
from citekit.checker.rules.names.written_names import WrittenName
from citekit.fields.name_words import (
    is_bare_initials,
    is_dotted_initial,
    is_initial,
    is_particle,
    is_suffix,
)
from citekit.fields.organisations import is_legal_form, is_organisation

_FEWEST_OF_TWO = 2
_MOST_WORDS = 5
_TWO_PAIRS = 4


def is_body(name: WrittenName) -> bool:
    """Whether ``name`` is more likely that of a body than that of a person."""
    plain = plain_value(name.parts[0].text)
    if len(name.parts) == 1:
        return is_organisation(plain) and not _begins_with_initial(plain)
    if len(name.parts) > _FEWEST_OF_TWO or not name.parts[1].text:
        return False
    rest = plain_value(name.parts[1].text)
    return (is_legal_form(rest) and not is_bare_initials(rest)) or (
        " " in plain
        and is_organisation(plain)
        and not any(is_initial(word) for word in rest.split())
    )


def _begins_with_initial(text: str) -> bool:
    first, blank, _ = text.partition(" ")
    return bool(blank) and len(first.rstrip(".")) == 1 and is_initial(first)


def are_initials(text: str) -> bool:
    """Whether ``text`` is nothing but initials, with or without full stops."""
    words = plain_value(text).split()
    return bool(words) and all(is_initial(word) for word in words)


def is_person(text: str) -> bool:
    """Whether ``text``, with or without a comma, has the form of the whole name of a person."""
    plain = plain_value(text)
    family, comma, given = plain.partition(",")
    if comma:
        return (
            bool(family.strip() and given.strip())
            and "," not in given
            and not is_organisation(family.strip())
            and len(plain.split()) <= _MOST_WORDS + 1
        )
    words = plain.split()
    return (
        _FEWEST_OF_TWO <= len(words) <= _MOST_WORDS
        and all(word[:1].isupper() or is_particle(word) for word in words)
        and not is_organisation(plain)
        and not is_initial(words[-1])
    )


def joined_by_commas(name: WrittenName) -> tuple[str, ...]:
    """The names that commas join within ``name``, as written; none if it is one name.

    These are whole names ("Ann Day, Bo Lee, Cy Fox"; of two, one must have an initial before its
    last word) or family names each followed by initials ("Day, A., Lee, B.").
    """
    texts = [part.text for part in name.parts if part.text]
    if len(texts) < _TWO_PAIRS and not (len(texts) > 1 and all(" " in text for text in texts)):
        return ()
    if any(is_suffix(text) for text in texts[1:]):
        return ()
    if is_organisation(plain_value(texts[0])) and not are_initials(texts[-1]):
        return ()
    if all(is_person(text) for text in texts):
        if len(texts) > _FEWEST_OF_TWO or any(_has_inner_initial(text) for text in texts):
            return tuple(texts)
        return ()
    families, given = texts[::2], texts[1::2]
    if (
        len(texts) >= _TWO_PAIRS
        and len(texts) % 2 == 0
        and all(are_initials(text) for text in given)
        and not any(are_initials(text) for text in families)
    ):
        pairs = zip(families, given, strict=True)
        return tuple(f"{family}, {initials}" for family, initials in pairs)
    return ()


def _has_inner_initial(text: str) -> bool:
    return any(is_dotted_initial(word) for word in plain_value(text).split()[:-1])
