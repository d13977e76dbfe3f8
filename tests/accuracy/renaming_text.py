"""The substitution a renaming makes in a text: a pure function of the text and the seed.

The same function is applied to the documents and to every string of the gold, so that what was
the same before is the same after, wherever it stands: in a note, in an entry, in a torn piece.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Capitalised words of the table that say what sort of paper something is, not which.
GENERIC = frozenset(
    ("Times", "Post", "Morning", "Journal", "Quarterly", "Review", "Forum", "Interest", "Ilbo")
) | {"Unbound", "Hole", "Survival", "United", "States", "West"}
TABLE = Path(__file__).with_name("renaming.toml")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"

_MONTH = "|".join([*MONTHS, "Dec"])
_ORDINAL = r"(?:<sup>)?(?:st|nd|rd|th)(?:</sup>)?"
_PATTERNS = {
    "url": r"https?://[^\s<>)\]]+",
    "mail": r"[\w\\.-]+@[\w-]+(?:\.[\w-]+)+",
    "day": rf"(?:{_MONTH})\.?[ ]\d{{1,2}}(?:{_ORDINAL})?(?!\d)",
    "ordinal": rf"(?<![\w.,])\d{{1,2}}{_ORDINAL}(?!\w)",
    "locator": r"(?<!\w)[Pp][gp]\.?[ ]?\d+(?:[~–-]\d+)?",
    "volume": r"(?<![\w.,:])\d{1,3}[:,]\d{1,2}(?![\w:])(?![ ][ap]m)",
    "run": r"Vol[ ]\d+, Issue[ ]\d+",
    "year": r"(?<![\w.,])(?:19|20)\d\d(?!\w)",
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers of each sort are changed; every change keeps order and plausibility."""

    years: int
    months: int
    days: int
    pages: int
    volumes: int
    seasons: int

    def year(self, value: int) -> int:
        """The other year."""
        return value + self.years

    def month(self, value: int) -> int:
        """The other month, from 1."""
        return (value - 1 + self.months) % 12 + 1

    def day(self, value: int) -> int:
        """The other day of the month, always one that every month has."""
        return value - self.days if value > self.days else value + 20

    def page(self, value: int) -> int:
        """The other page."""
        return value + self.pages

    def volume(self, value: int) -> int:
        """The other volume, or running number of an issue."""
        return value + self.volumes

    def issue(self, value: int) -> int:
        """The other issue within a volume."""
        return value % 4 + 1

    def season(self, value: int) -> int:
        """The other season, 1 for spring to 4 for winter."""
        return (value - 1 + self.seasons) % 4 + 1


@dataclass(frozen=True, slots=True)
class Renamed:
    """A text after renaming; ``steps`` are (old start, old end, new start, new end) of changes."""

    text: str
    steps: tuple[tuple[int, int, int, int], ...]

    def offset(self, old: int) -> int:
        """Where an offset of the old text lies in the new one; inside a change, its start."""
        moved = old
        for old_start, old_end, new_start, new_end in self.steps:
            if old_start >= old:
                break
            moved = new_end + old - old_end if old >= old_end else new_start
        return moved


@dataclass(frozen=True, slots=True)
class Renaming:
    """One way of renaming: the words, the letters and the numbers of one seed."""

    words: Mapping[str, str]
    letters: Mapping[int, str]
    numbers: Numbers
    address_parts: frozenset[str]
    pattern: re.Pattern[str]

    def apply(self, text: str) -> Renamed:
        """The text with everything renamed, and where the changes lie."""
        pieces: list[str] = []
        steps: list[tuple[int, int, int, int]] = []
        end = length = 0
        for match in self.pattern.finditer(text):
            new = self._replacement(match)
            pieces += [text[end : match.start()], new]
            start = length + match.start() - end
            length = start + len(new)
            end = match.end()
            steps.append((match.start(), end, start, length))
        return Renamed("".join([*pieces, text[end:]]), tuple(steps))

    def text(self, text: str) -> str:
        """The text with everything renamed."""
        return self.apply(text).text

    def _replacement(self, match: re.Match[str]) -> str:
        found = match.group()
        handlers: Mapping[str, Callable[[str], str]] = {
            "url": self._url,
            "mail": lambda t: (
                t.partition("@")[0].translate(self.letters) + "@" + t.partition("@")[2]
            ),
            "day": self._day,
            "ordinal": self._ordinal,
            "locator": lambda t: _each_number(t, self.numbers.page),
            "volume": self._volume,
            "run": self._volume,
            "year": lambda t: _each_number(t, self.numbers.year),
            "running": lambda t: _each_number(t, self.numbers.volume),
            "word": lambda t: self.words[t],
        }
        return handlers[match.lastgroup or "word"](found)

    def _url(self, url: str) -> str:
        scheme, _, rest = url.partition("://")
        return f"{scheme}://" + re.sub(r"[^\W_]+", lambda m: self._label(m.group()), rest)

    def _label(self, label: str) -> str:
        if label.casefold() in self.address_parts:
            return label
        if re.fullmatch(r"(?:19|20)\d{6}", label):
            year, month, day = int(label[:4]), int(label[4:6]), int(label[6:])
            numbers = self.numbers
            return f"{numbers.year(year)}{numbers.month(month):02}{numbers.day(day):02}"
        return label.translate(self.letters)

    def _day(self, text: str) -> str:
        month, rest = re.fullmatch(r"(\w+\.? )(.+)", text).groups()  # type: ignore[union-attr] # by the pattern
        name = month.strip(" .")
        return month.replace(name, self.words[name]) + self._ordinal(rest)

    def _ordinal(self, text: str) -> str:
        digits = text[:2] if text[:2].isdigit() else text[0]
        day = self.numbers.day(int(digits))
        return str(day) + re.sub("st|nd|rd|th", _ordinal_suffix(day), text[len(digits) :])

    def _volume(self, text: str) -> str:
        first, second = (int(n) for n in re.findall(r"\d+", text))
        new = iter((str(self.numbers.volume(first)), str(self.numbers.issue(second))))
        return re.sub(r"\d+", lambda _: next(new), text)


def make_renaming(
    seed: int,
    names: Iterable[tuple[str, str]],
    running: Iterable[int],
    *,
    invented: bool = False,
) -> Renaming:
    """The renaming of a seed.

    ``names`` are (family, given) names whose initials change along with them; ``running`` are
    numbers that stand alone as an issue or chapter. With ``invented``, proper names become words
    that are in no list of names or places.

    Raises ValueError when the table cannot give every word a replacement of its own.
    """
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    table = tomllib.loads(TABLE.read_text("utf-8"))
    letters = _shifted_letters(chance)
    months, seasons = chance.choice([-3, -2, -1, 1, 2, 3]), chance.choice([1, 2, 3])
    numbers = Numbers(
        years=chance.choice([-9, -7, -6, -4, -3, -2, 1]),
        months=months,
        days=chance.choice([1, 2, 3]),
        pages=chance.randint(3, 60),
        volumes=chance.randint(2, 17),
        seasons=seasons,
    )
    words = _chosen_words(table, chance)
    if invented:
        words |= {word: word.translate(letters) for word in _proper_names(table)}
    words |= _initials(names, words, letters)
    words |= {word: word.translate(letters) for word in table["shifted"]}
    words |= {word: word for word in table["protected"]}
    words |= {name: MONTHS[numbers.month(k + 1) - 1] for k, name in enumerate(MONTHS)}
    words |= {"Dec": MONTHS[numbers.month(12) - 1][:3]}
    words |= {name: SEASONS[numbers.season(k + 1) - 1] for k, name in enumerate(SEASONS)}
    return Renaming(
        words=words,
        letters=letters,
        numbers=numbers,
        address_parts=frozenset(table["address_parts"]),
        pattern=_pattern(words, running),
    )


def _pattern(words: Iterable[str], running: Iterable[int]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    alone = "|".join(str(n) for n in sorted(running, reverse=True)) or "(?!)"
    parts = [f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()]
    parts.append(rf"(?P<running>(?<![\w.,:/>])(?:{alone})(?![\w:]))")
    parts.append(r"(?P<word>(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w))")
    return re.compile("|".join(parts))


def _chosen_words(table: Mapping[str, object], chance: random.Random) -> dict[str, str]:
    words: dict[str, str] = {}
    taken: set[str] = set()
    for row in _tables(table["rows"]):
        new = _choice([tuple(option) for option in row["to"]], taken, chance)
        words |= dict(zip(row["from"], new, strict=True))
    for group in _tables(table["names"]):
        names = [name for name in group["to"] if name not in taken]
        chosen = chance.sample(names, len(group["from"]))
        taken.update(chosen)
        words |= dict(zip(group["from"], chosen, strict=True))
    single = table["words"]
    assert isinstance(single, dict)
    for word, options in single.items():
        (new_word,) = _choice([(option,) for option in options], taken, chance)
        words[word] = new_word
    for word, new_word in list(words.items()):
        if word.islower():
            words.setdefault(word.capitalize(), new_word.capitalize())
            words.setdefault(word.upper(), new_word.upper())
    return words


def _proper_names(table: Mapping[str, object]) -> Iterator[str]:
    single = table["words"]
    assert isinstance(single, dict)
    groups = [*_tables(table["rows"]), *_tables(table["names"]), {"from": list(single)}]
    for group in groups:
        yield from (
            w for w in group["from"] if w[0].isupper() and w not in GENERIC and " " not in w
        )


def _initials(
    names: Iterable[tuple[str, str]], words: Mapping[str, str], letters: Mapping[int, str]
) -> dict[str, str]:
    """Phrases with an initial: "Alan J." as a whole, "M Okonogi" after the full given name."""
    known = sorted(set(names))
    phrases: dict[str, str] = {}
    for family, given in known:
        if match := re.fullmatch(r"(\w+) (\w)\.?", given):
            phrases[match.group(0)] = words[match[1]] + match.group(0)[len(match[1]) :].translate(
                letters
            )
        elif len(given) == 1:
            full = next(g for f, g in known if f == family and g != given and g.startswith(given))
            phrases[f"{given} {family}"] = f"{words[full][0]} {words[family]}"
    return phrases


def _tables(value: object) -> Sequence[Mapping[str, list[str]]]:
    assert isinstance(value, list)
    return value


def _choice(
    options: Sequence[tuple[str, ...]], taken: set[str], chance: random.Random
) -> tuple[str, ...]:
    free = [option for option in options if not taken & set(option)]
    if not free:
        raise ValueError(f"every alternative is taken: {options}")
    chosen = chance.choice(free)
    taken.update(chosen)
    return chosen


def _shifted_letters(chance: random.Random) -> Mapping[int, str]:
    steps = {
        VOWELS: chance.randint(1, 4),
        CONSONANTS: chance.randint(1, 20),
        "0123456789": chance.randint(1, 9),
    }
    shifted: dict[int, str] = {}
    for alphabet, step in steps.items():
        for k, letter in enumerate(alphabet):
            other = alphabet[(k + step) % len(alphabet)]
            shifted |= {ord(letter): other, ord(letter.upper()): other.upper()}
    return shifted


def _each_number(text: str, change: Callable[[int], int]) -> str:
    return re.sub(r"\d+", lambda m: str(change(int(m.group()))), text)


def _ordinal_suffix(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
