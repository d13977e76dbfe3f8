"""What is open at a place in Typst: content, code, the arguments of a call."""

from dataclasses import dataclass, field
from enum import Enum, auto

from citekit.model.document import BlockKind
from citekit.model.spans import NOWHERE, Markup, Span
from citekit.text.data import load_mapping


class Mode(Enum):
    """What the signs in a frame mean; code in a line ends with it."""

    MARKUP = auto()
    CODE = auto()
    LINE = auto()


class Role(Enum):
    """What becomes of content: a part of the text, a block of its own, a note, a supplement."""

    TEXT = auto()
    BLOCK = auto()
    NOTE = auto()
    SUPPLEMENT = auto()
    DROPPED = auto()


@dataclass(slots=True)
class Call:
    """A call of a function: its ``arguments`` as far as they matter.

    ``start`` is where it begins, ``arguments`` where those in parentheses stand. ``strings`` and
    ``labels`` are what was given to it, ``supplement`` the content named so.
    """

    name: str
    start: int
    arguments: Span = NOWHERE
    strings: list[Span] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    supplement: Span | None = None
    has_content: bool = False


@dataclass(slots=True)
class Frame:
    """What is open from ``start`` on and ends with ``closer``; ``emits`` says that it is printed.

    ``since`` is the length of the paragraph at the start, ``marks`` what emphasis is open.
    """

    mode: Mode
    start: int
    closer: str = ""
    role: Role = Role.TEXT
    emits: bool = True
    call: Call | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    markup: Markup | None = None
    target: str = ""
    since: int = 0
    inside: int = 0
    marks: dict[str, int] = field(default_factory=dict)
    is_template: bool = False


def role_of(name: str) -> str:
    """What the function ``name`` does with its content, empty where that is text."""
    return load_mapping("citekit.readers.typst", "functions", "roles").get(
        name.rpartition(".")[2], ""
    )


def kind_of_argument(name: str) -> str:
    """The kind of block that content named ``name`` is, empty for a part of the rest."""
    return load_mapping("citekit.readers.typst", "functions", "arguments").get(name, "")
