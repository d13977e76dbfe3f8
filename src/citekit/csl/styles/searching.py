"""The search for styles by words, kind and field."""

from collections.abc import Iterator, Sequence

from citekit.csl.style_nodes import StyleInfo
from citekit.csl.styles.folders import style_files
from citekit.csl.styles.heads import head_info, read_head
from citekit.text.folding import fold


def search_styles(query: str, *, kind: str = "", field: str = "") -> tuple[StyleInfo, ...]:
    """The styles that have all words of ``query``, those that fit best first.

    Words are looked for, from their beginning, in name, title, short title, fields, kind and
    ISSN; accents and capitals do not matter. ``kind`` is one of ``KINDS``, ``field`` one of
    ``FIELDS``. Aliases come after what they stand for.
    """
    wanted = " ".join(fold(query).split())
    words = list(dict.fromkeys(wanted.split()))
    found = [
        (_rank(info, wanted, words), info)
        for info in _candidates([*words, *fold(field).split()], kind)
        if _has_words(info, words)
        and kind in ("", info.citation_format)
        and (not field or fold(field) in map(fold, info.categories))
    ]
    return tuple(info for _, info in sorted(found, key=lambda pair: (*pair[0], pair[1].name)))


def _candidates(words: Sequence[str], kind: str) -> Iterator[StyleInfo]:
    """The styles in which ``words`` and ``kind`` stand somewhere, told from the bare text."""
    mark = kind.encode()
    for name, path in style_files().items():
        head = read_head(path)
        if mark not in head:
            continue
        if words:
            text = fold(head.decode("utf-8", "replace"))
            if not all(word in text or word in name for word in words):
                continue
        yield head_info(name, head)


def _has_words(info: StyleInfo, words: Sequence[str]) -> bool:
    parts = (info.name, info.title, info.title_short, info.citation_format)
    text = f" {fold(' '.join((*parts, *info.categories, *info.issns)))}"
    return all(f" {word}" in text for word in words)


def _rank(info: StyleInfo, wanted: str, words: Sequence[str]) -> tuple[int, bool, int]:
    """How well a style fits: whole name or title, start of the name, phrase, words, the rest."""
    texts = [fold(text) for text in (info.name, info.title, info.title_short)]
    if wanted in texts:
        place = 0
    elif f"{texts[0]} ".startswith(f"{wanted} "):
        place = 1
    elif any(f" {wanted}" in f" {text}" for text in texts):
        place = 2
    elif any(all(f" {word}" in f" {text}" for word in words) for text in texts):
        place = 3
    else:
        place = 4
    return (place, bool(info.parent), len(info.name))
