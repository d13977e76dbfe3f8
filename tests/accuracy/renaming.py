"""Write a copy of the seeds and of their gold in which every name, title and number is another.

    python tests/accuracy/renaming.py SEEDS GOLD OUT [--seed N] [--invented]

OUT gets ``seeds/`` with the files under their old names and ``gold/`` with ``references.json``,
``citations.json`` and ``pages.json``, so that ``score_seeds.py EXTRACTION.json --gold OUT/gold``
scores an extraction of the copy. With ``--invented``, proper names become words that no list of
names and places has. The same seed gives the same copy. The copy shows whether
anything has been fitted to the words of the seeds: its figures should be those of the originals.
"""

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from renaming_text import TABLE, Renamed, Renaming, make_renaming

GOLD_FILES = ("references.json", "citations.json", "pages.json")
VERBATIM = frozenset({"id", "document", "sha256", "kind", "citation", "language", "why", "type"})
TITLES = frozenset(
    {"title", "container-title", "collection-title", "publisher", "publisher-place", "source"}
)
# A bare number from here on counts all issues, or chapters; a smaller one is an issue of a volume.
RUNNING_FROM = 10
# A note's mark stands in the text and before the note.
PLACES_OF_A_MARK = 2
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def rename_seeds(
    seeds: Path, gold: Path, out: Path, seed: int, *, invented: bool = False
) -> Renaming:
    """The renaming that was used; its copies of the files are written below ``out``."""
    files = {name: json.loads((gold / name).read_text("utf-8")) for name in GOLD_FILES}
    references, pages = files["references.json"], files["pages.json"]
    names = list(_names(references)) + list(_names(pages))
    renaming = make_renaming(seed, names, _running_numbers(references), invented=invented)
    texts = {
        path.name: renaming.apply(path.read_bytes().decode("utf-8"))
        for path in sorted(seeds.iterdir())
        if path.is_file()
    }
    (out / "seeds").mkdir(parents=True, exist_ok=True)
    (out / "gold").mkdir(parents=True, exist_ok=True)
    for name, renamed in texts.items():
        (out / "seeds" / name).write_bytes(renamed.text.encode("utf-8"))
    copier = _GoldCopier(renaming, texts, names)
    for name, content in files.items():
        copied = json.dumps(copier.copy(content), ensure_ascii=False, indent=1)
        (out / "gold" / name).write_text(copied + "\n", "utf-8")
    return renaming


def find_faults(gold: Path, out: Path, renaming: Renaming) -> Iterator[str]:
    """What is wrong with a copy, a line each: words without a replacement, old names left over."""
    references = json.loads((gold / "references.json").read_text("utf-8"))
    pages = json.loads((gold / "pages.json").read_text("utf-8"))
    kept = set(tomllib.loads(TABLE.read_text("utf-8"))["keep"])
    covered = {part for word in renaming.words for part in WORD.findall(word)}
    for title in _strings_under([*references, *pages], TITLES):
        for word in WORD.findall(re.sub(r"\(.*?\)|<.*?>", "", title)):
            if word.casefold() not in kept and not {word, re.sub("['’]s$", "", word)} & covered:
                yield f"renaming.toml has no replacement for {word!r} of {title!r}"
    yield from _faults_of_marks(gold, out)
    yield from _faults_of_pieces(out)
    yield from _leftovers(references, out)


def _faults_of_marks(gold: Path, out: Path) -> Iterator[str]:
    known = json.loads((gold / "citations.json").read_text("utf-8"))["citations"]
    numbers = [int(c["marker"]) for c in known if c["kind"] == "footnote"]
    for document in {c["document"] for c in known if c["kind"] == "footnote"}:
        text = (out / "seeds" / document).read_text("utf-8")
        for number in numbers:
            if len(re.findall(rf"<sup>{number}</sup>", text)) != PLACES_OF_A_MARK:
                yield f"{document}: the mark {number} is not in the text and before its note"


def _faults_of_pieces(out: Path) -> Iterator[str]:
    texts = {path.name: path.read_bytes().decode("utf-8") for path in (out / "seeds").iterdir()}
    citations = json.loads((out / "gold" / "citations.json").read_text("utf-8"))["citations"]
    for citation in citations:
        text = texts[citation["document"]]
        for piece in citation["pieces"]:
            if text[piece["start"] : piece["end"]] != piece["text"]:
                yield f"{citation['id']}: not in the copy: {piece['text']!r}"
        if citation["kind"] in {"footnote", "bibliography-entry"} and any(
            _unspaced(piece["text"]) not in _unspaced(citation["raw"])
            for piece in citation["pieces"]
        ):
            yield f"{citation['id']}: the whole text is not that of its pieces"


def _leftovers(references: Sequence[Mapping[str, object]], out: Path) -> Iterator[str]:
    copy = "\n".join(path.read_text("utf-8") for path in sorted((out / "seeds").iterdir()))
    for family, _ in sorted(set(_names(references))):
        if re.search(rf"\b{re.escape(family)}\b", copy):
            yield f"left over: the name {family!r}"
    for reference in references:
        for variable in ("title", "container-title"):
            value = str(reference.get(variable, ""))
            if value and value in copy:
                yield f"left over: {variable} {value!r}"


class _GoldCopier:
    """Copies gold records; it knows the renamed texts, to move offsets along."""

    def __init__(
        self, renaming: Renaming, texts: Mapping[str, Renamed], names: Sequence[tuple[str, str]]
    ) -> None:
        self._renaming = renaming
        self._texts = texts
        self._names = names

    def copy(self, value: object, key: str = "", document: str = "") -> object:
        """The value renamed; ``key`` is where it stands, ``document`` what its offsets count in."""
        if isinstance(value, Mapping):
            return self._mapping(value, str(value.get("document", document)))
        if isinstance(value, list):
            if key == "date-parts":
                return [self._date(part) for part in value]
            return [self.copy(item, key, document) for item in value]
        if isinstance(value, str):
            return self._string(value, key)
        if key == "season" and isinstance(value, int):
            return self._renaming.numbers.season(value)
        return value

    def _mapping(self, value: Mapping[str, object], document: str) -> dict[str, object]:
        copied = {key: self.copy(item, key, document) for key, item in value.items()}
        text = self._texts.get(document)
        if text is not None and {"start", "end"} <= value.keys():
            copied |= {k: text.offset(int(str(value[k]))) for k in ("start", "end")}
        if "sha256" in value and text is not None:
            encoded = text.text.encode("utf-8")
            copied |= {"sha256": hashlib.sha256(encoded).hexdigest()}
            copied |= {"characters": len(text.text), "bytes": len(encoded)}
        given, family = str(value.get("given", "")), str(value.get("family", ""))
        if len(given) == 1:
            copied["given"] = self._renaming.words[f"{given} {family}"][0]
        return copied

    def _string(self, value: str, key: str) -> str:
        numbers = self._renaming.numbers
        changes = {"volume": numbers.volume, "locator": numbers.page, "page": numbers.page}
        if key in VERBATIM or (key == "marker"):
            return value
        if key in {"issue", "chapter-number"} and value.isdigit():
            number = int(value)
            return str(numbers.issue(number) if number < RUNNING_FROM else numbers.volume(number))
        if key in changes and re.fullmatch(r"[\d–~-]+", value):
            return re.sub(r"\d+", lambda m: str(changes[key](int(m.group()))), value)
        return self._renaming.text(value)

    def _date(self, parts: Sequence[int]) -> list[int]:
        numbers = self._renaming.numbers
        changes = (numbers.year, numbers.month, numbers.day)
        return [change(part) for change, part in zip(changes, parts, strict=False)]


def _names(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        if "family" in value:
            yield value["family"], value.get("given", "")
        for item in value.values():
            yield from _names(item)
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)


def _running_numbers(references: Sequence[Mapping[str, object]]) -> list[int]:
    numbers = {
        int(str(reference[variable]))
        for reference in references
        for variable in ("issue", "chapter-number")
        if str(reference.get(variable, "")).isdigit()
    }
    return sorted(number for number in numbers if number >= RUNNING_FROM)


def _strings_under(items: Sequence[Mapping[str, object]], keys: frozenset[str]) -> Iterator[str]:
    for item in items:
        inner = item.get("csl", item)
        if isinstance(inner, Mapping):
            yield from (str(value) for key, value in inner.items() if key in keys)


def _unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)


def main() -> int:
    """Exit status 0, or 1 when the copy has faults, which are printed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("seeds", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--invented", action="store_true", help="names that are in no list")
    args = parser.parse_args()
    renaming = rename_seeds(args.seeds, args.gold, args.out, args.seed, invented=args.invented)
    faults = list(find_faults(args.gold, args.out, renaming))
    for fault in faults:
        print(fault, file=sys.stderr)  # noqa: T201 - a program's output
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
