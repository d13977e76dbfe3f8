"""References as the classic BibTeX entries that a ``.bst`` file works on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citekit.bst.date_words import date_in_words, year_of
from citekit.bst.rich import clean, safe_key
from citekit.model.reference import DateRange, Literal, Name, Reference
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.text.casing import proper_noun_spans
from citekit.text.data import load_table
from citekit.text.latex import escape_latex

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)(?:\s[^<>]{0,100})?>")
_VERBATIM = {TextVariable.URL, TextVariable.DOI}
_UNSAFE_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "%": r"\%"}
_PROTECTED = {"title", "booktitle"}
_DEEPEST = 20  # the interpreter counts nested braces by calls inside calls
_HYPHEN = re.compile(r"(?<=[^\W_])\s?-{1,3}\s?(?=[^\W_])")
_AND = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClassicEntry:
    """An entry with its values in LaTeX; names are joined by ``and``."""

    type: str
    key: str
    fields: Mapping[str, str]


@cache
def _table(*path: str) -> Mapping[str, str]:
    table: object = load_table("citekit.bst", "bibtex")
    for name in path:
        table = table.get(name, {}) if isinstance(table, Mapping) else {}
    return {key: str(value) for key, value in table.items()} if isinstance(table, Mapping) else {}


def _protect(text: str) -> str:
    """``text`` escaped, with braces round the words that a style must not lower."""
    result: list[str] = []
    position = 0
    for start, end in proper_noun_spans(text):
        result += (escape_latex(text[position:start]), "{")
        result += (escape_latex(text[start:end]), "}")
        position = end
    return "".join(result) + escape_latex(text[position:])


def to_latex(text: str, *, protect: bool = False) -> str:
    """``text`` as LaTeX, its CSL markup as commands; always balanced."""
    commands = _table("markup")
    text = clean(text)
    result: list[str] = []
    opened: list[str] = []
    position = 0
    for match in [*_TAG.finditer(text), None]:
        end = match.start() if match else len(text)
        stretch = text[position:end]
        result.append(_protect(stretch) if protect else escape_latex(stretch))
        if match is None:
            break
        position = match.end()
        if not match[1] and len(opened) < _DEEPEST:
            opened.append(match[2])
            result.append(commands.get(match[2], "") + "{")
        elif match[1] and opened and opened[-1] == match[2]:
            opened.pop()
            result.append("}")
    return "".join(result) + "}" * len(opened)


def _address(text: str) -> str:
    return "".join(_UNSAFE_IN_ADDRESS.get(letter, letter) for letter in clean(text))


def _stays_whole(family: str) -> bool:
    """Whether BibTeX takes ``family`` for one family name: no particle, no comma, no "and"."""
    if "," in family or _AND.search(family):
        return False
    words = family.split(" ")
    return len(words) == 1 or all(word[:1].isupper() for word in words)


def _name(name: Name) -> str:
    if isinstance(name, Literal):
        return f"{{{to_latex(name.text)}}}"
    particles = to_latex(f"{name.dropping_particle} {name.non_dropping_particle}")
    family = to_latex(name.family)
    if not _stays_whole(name.family):
        family = f"{{{family}}}"
    parts = [f"{particles} {family}".strip()]
    if name.suffix:
        suffix = to_latex(name.suffix)
        parts.append(f"{{{suffix}}}" if "," in suffix or _AND.search(suffix) else suffix)
    if name.given or name.suffix:
        given = to_latex(name.given)
        parts.append(f"{{{given}}}" if not given or "," in given or _AND.search(given) else given)
    return ", ".join(parts)


def _names(names: Sequence[Name]) -> str:
    shown = [_name(name) for name in names]
    if len(names) > 1 and names[-1] == Literal("others"):
        shown[-1] = "others"
    return " and ".join(shown)


def _date_fields(reference: Reference) -> dict[str, str]:
    """``year``, and in ``month`` all that stands before it, as BibTeXing advises for days."""
    date = reference.dates.get(DateVariable.ISSUED)
    if date is None:
        return {}
    words, year = clean(date_in_words(date)), clean(year_of(date))
    if isinstance(date, DateRange) and words.endswith(year) and not date.circa:
        month = words.removesuffix(year).strip()
        if month.endswith("–"):
            return {"year": to_latex(words)}
        return {"month": to_latex(month), "year": to_latex(year)} if month else {"year": year}
    return {"year": to_latex(words)}


def _value(reference: Reference, variable: str, field: str) -> str:
    if variable in {number.value for number in NumberVariable}:
        text = to_latex(reference.number(NumberVariable(variable)))
        return _HYPHEN.sub("--", text) if variable == NumberVariable.PAGE.value else text
    name = TextVariable(variable)
    if name in _VERBATIM:
        return _address(reference.text(name))
    if reference.case_settled and field in _PROTECTED:
        return to_latex(reference.texts.get(name, ""))
    return to_latex(reference.text(name), protect=field in _PROTECTED)


def _web_note(reference: Reference) -> str:
    """Address and access date, which classic styles have no field for."""
    url = _address(reference.text(TextVariable.URL))
    accessed = reference.dates.get(DateVariable.ACCESSED)
    visited = f" (visited on {to_latex(date_in_words(accessed))})" if accessed is not None else ""
    return rf"\url{{{url}}}{visited}" if url else visited.strip(" ()")


def _type(reference: Reference) -> str:
    genre = reference.text(TextVariable.GENRE).lower()
    if reference.type is ItemType.THESIS and genre.startswith(("master", "m.")):
        return "mastersthesis"
    found = _table("types").get(reference.type.value, "misc")
    written = reference.extra.get("entrytype", "").lower()
    if written in _table("written").get(found, "").split():
        found = written
    if found in {"article", "incollection", "inproceedings"}:
        if reference.text(TextVariable.CONTAINER_TITLE):
            return found
        return "inbook" if _is_part_of_book(reference) else "misc"
    return found


def _is_part_of_book(reference: Reference) -> bool:
    """Whether BibTeX's ``inbook`` has room for it: a part that is told from its book by place."""
    places = (NumberVariable.CHAPTER_NUMBER, NumberVariable.PAGE)
    return reference.type is ItemType.CHAPTER and any(map(reference.number, places))


def classic_entry(reference: Reference) -> ClassicEntry:
    """The reference as an entry of classic BibTeX.

    Address and access date go to ``note``, those of ``misc`` to ``howpublished`` where it is free;
    a style that prints ``url`` prints them twice.

    Source: BibTeXing (Patashnik 1988), section 3.
    """
    entry_type = _type(reference)
    mapping = {**_table("fields", "*"), **_table("fields", entry_type)}
    fields: dict[str, str] = {}
    if _table("genres").get(entry_type) == clean(
        reference.text(TextVariable.GENRE).lower().replace("’", "'")
    ):
        del mapping[TextVariable.GENRE.value]
    for variable, field in mapping.items():
        value = _value(reference, variable, field)
        if value and field not in fields:
            fields[field] = value
    for variable, field in ((NameVariable.AUTHOR, "author"), (NameVariable.EDITOR, "editor")):
        names = _names(reference.name_list(variable))
        if names:
            fields[field] = names
    fields.update(_date_fields(reference))
    web = _web_note(reference)
    if web and entry_type == "misc" and "howpublished" not in fields:
        fields["howpublished"] = web
    elif web:
        fields["note"] = ". ".join(filter(None, (fields.get("note", ""), web)))
    return ClassicEntry(entry_type, safe_key(reference.key), fields)
