"""The elements of JATS and TEI by what they are in the text of a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from citekit.model.document import BlockKind
from citekit.model.spans import Markup
from citekit.text.data import load_table, load_words

_PACKAGE = "citekit.readers"


class Role(Enum):
    """What an element is in the text of its document."""

    INLINE = auto()
    BLOCK = auto()
    BREAK = auto()
    DROPPED = auto()
    NOTE = auto()
    ENTRY = auto()
    CITATION = auto()
    NOTE_CALL = auto()
    ADDRESS = auto()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The elements of a format by their names.

    ``kinds`` are blocks with a kind of their own, ``blocks`` those that only part text;
    ``spaced`` have no punctuation of their own between their elements; ``divisions`` make the
    headings in them one level deeper; ``link`` is the attribute with the address of a link.
    """

    kinds: Mapping[str, BlockKind]
    blocks: frozenset[str]
    dropped: frozenset[str]
    markup: Mapping[str, Markup]
    spaced: frozenset[str]
    divisions: frozenset[str]
    breaks: frozenset[str]
    link: str

    def role(self, name: str) -> Role:
        """The role of an element by its name alone."""
        if name in self.dropped:
            return Role.DROPPED
        if name in self.kinds or name in self.blocks:
            return Role.BLOCK
        return Role.BREAK if name in self.breaks else Role.INLINE


@cache
def vocabulary(name: str, link: str) -> Vocabulary:
    """The vocabulary in ``data/<name>.toml``."""
    words = {
        key: load_words(_PACKAGE, name, key)
        for key in ("blocks", "dropped", "spaced", "divisions", "breaks")
    }
    return Vocabulary(
        kinds={key: BlockKind(value) for key, value in _strings(name, "kinds").items()},
        markup={key: Markup(value) for key, value in _strings(name, "markup").items()},
        blocks=words["blocks"],
        dropped=words["dropped"],
        spaced=words["spaced"],
        divisions=words["divisions"],
        breaks=words["breaks"],
        link=link,
    )


def _strings(name: str, key: str) -> Mapping[str, str]:
    value = load_table(_PACKAGE, name).get(key, {})
    return {k: v for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}
