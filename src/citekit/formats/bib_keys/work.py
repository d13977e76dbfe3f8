"""An entry as key patterns read it."""

import re
from dataclasses import dataclass

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_keys.key_words import Cleaning, words_of
from citekit.formats.bib_names import OTHERS, parse_names
from citekit.formats.latex_decoding import decode_latex
from citekit.model.reference import Name
from citekit.text.data import load_table

_YEAR = re.compile(r"\d{3,4}")
# Letters of a value beyond which no key looks; a title may carry an abstract by mistake.
_READ = 2_000


@dataclass(frozen=True, slots=True)
class People:
    """The people of an entry in their order; ``has_others`` is its "and others"."""

    names: tuple[Name, ...] = ()
    has_others: bool = False


@dataclass(frozen=True, slots=True)
class KeyWork:
    """An entry with all that it takes over from others, and how its words are cleaned."""

    entry: RawEntry
    clean: Cleaning

    def text(self, name: str) -> str:
        """The field called ``name``, or one that stands in for it, without LaTeX."""
        for source in _sources(name):
            value = self.entry.fields.get(source, "").strip()
            if value:
                return decode_latex(value[:_READ])
        return ""

    def words(self, name: str) -> tuple[str, ...]:
        """The words of the field, cleaned."""
        return words_of(self.text(name), self.clean)

    def people(self, *roles: str) -> People:
        """The people of the first of the roles that there is."""
        for role in roles:
            names = parse_names(self.entry.fields.get(role, ""))
            known = tuple(name for name in names if name != OTHERS)
            if known:
                return People(known, len(known) < len(names))
        return People()

    @property
    def year(self) -> str:
        """The year, or what stands in its place ("forthcoming")."""
        text = self.text("year") or self.text("date").partition("/")[0]
        match = _YEAR.search(text)
        return match[0] if match else "".join(words_of(text, self.clean))


def _sources(name: str) -> tuple[str, ...]:
    table = load_table("citekit.formats.bib_keys", "bib_keys")["sources"]
    written = table.get(name, name) if isinstance(table, dict) else name
    return tuple(str(written).split())
