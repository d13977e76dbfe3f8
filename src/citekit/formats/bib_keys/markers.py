"""The markers of key patterns, by name: which words each takes from an entry."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from citekit.formats.bib_keys.key_words import is_function_word
from citekit.formats.bib_keys.people import PEOPLE, people_words
from citekit.formats.bib_keys.work import KeyWork

_PAGE = re.compile(r"([A-Za-z]*)(\d+)")
_MONTH = re.compile(r"-(\d\d)(?:-(\d\d))?")
_SHORT = 3

Words = tuple[str, ...]
Numbers = Sequence[int]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _title(work: KeyWork, _numbers: Numbers) -> Words:
    words = work.words("title")
    return tuple(word if is_function_word(word) else _capital(word) for word in words)


def _telling(work: KeyWork) -> Words:
    """The telling words of the title; all of them where none is."""
    words = work.words("title")
    return tuple(word for word in words if not is_function_word(word)) or words


def _short_title(work: KeyWork, numbers: Numbers) -> Words:
    return tuple(map(_capital, _telling(work)[: numbers[0] if numbers else _SHORT]))


def _title_initials(work: KeyWork, numbers: Numbers) -> Words:
    return tuple(word[:1].upper() for word in _short_title(work, numbers))


def _camel(work: KeyWork, numbers: Numbers) -> Words:
    return tuple(map(_capital, work.words("title")[: numbers[0] if numbers else None]))


def _date_part(work: KeyWork, _numbers: Numbers, *, group: int) -> Words:
    match = _MONTH.search(work.text("date"))
    if match is not None:
        return (match[group],) if match[group] else ()
    return work.words("month" if group == 1 else "day")


def _pages(work: KeyWork) -> list[re.Match[str]]:
    return list(_PAGE.finditer(work.text("pages")))


def _first_page(work: KeyWork, _numbers: Numbers) -> Words:
    return tuple(match[2] for match in _pages(work)[:1])


def _last_page(work: KeyWork, _numbers: Numbers) -> Words:
    return tuple(match[2] for match in _pages(work)[-1:])


def _page_prefix(work: KeyWork, _numbers: Numbers) -> Words:
    return tuple(match[1] for match in _pages(work)[:1] if match[1])


def _keyword(work: KeyWork, numbers: Numbers) -> Words:
    keywords = re.split("[,;]", work.text("keywords"))
    place = numbers[0] if numbers else 1
    return tuple(work.clean(keyword) for keyword in keywords[place - 1 :][:1])


MARKERS: Mapping[str, Callable[[KeyWork, Numbers], Words]] = {
    **{name: partial(people_words, name) for name in PEOPLE},
    "title": _title,
    "fulltitle": lambda work, _numbers: work.words("title"),
    "shorttitle": _short_title,
    "veryshorttitle": lambda work, _numbers: _short_title(work, (1,)),
    "shorttitleini": _title_initials,
    "camel": _camel,
    "year": lambda work, _numbers: (work.year,),
    "shortyear": lambda work, _numbers: (work.year[-2:],),
    "month": partial(_date_part, group=1),
    "day": partial(_date_part, group=2),
    "firstpage": _first_page,
    "lastpage": _last_page,
    "pageprefix": _page_prefix,
    "keyword": _keyword,
    "entrytype": lambda work, _numbers: (work.entry.type,),
    "type": lambda work, _numbers: (work.entry.type,),
    "citationkey": lambda work, _numbers: (work.clean(work.entry.key),),
}
