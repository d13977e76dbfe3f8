"""Which mentions of sources in a document speak of the same work."""

import re
from collections import deque
from collections.abc import Container
from dataclasses import dataclass, field, replace
from functools import cache

from citekit.finder.outlets import outlet_key
from citekit.model.citation import Label
from citekit.model.spans import Span, TracedText
from citekit.model.variables import ItemType

# How many blocks on "the author" or "the article" still means the work named before.
_REACH = 4
# A document names fewer; more would make long files slow.
_KEPT_THREADS = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that names a source, with what it names.

    ``block`` and ``group`` say where it stands: a group is the article or one comment.
    ``back`` says that it speaks of a source named before.
    """

    text: TracedText
    labels: tuple[Label, ...]
    type: ItemType | None
    block: int
    group: int
    back: bool = False
    thread: str = ""

    def value(self, variable: str) -> str:
        """What is labelled ``variable``, folded for comparing; empty where nothing is."""
        for label in self.labels:
            if label.variable == variable:
                return outlet_key(self.text.text[label.start : label.end])
        return ""


@dataclass(frozen=True, slots=True)
class ShortMention:
    """An outlet named again: where, of which thread, and whether by its whole name."""

    span: Span
    thread: str
    whole: bool


@dataclass(slots=True)
class _Thread:
    name: str
    block: int
    group: int
    type: ItemType | None
    printed: str = ""
    values: dict[str, str] = field(default_factory=dict)

    def near(self, mention: Mention) -> bool:
        return self.group == mention.group and 0 <= mention.block - self.block <= _REACH

    def take(self, mention: Mention) -> None:
        self.block, self.group = mention.block, mention.group
        self.type = self.type or mention.type
        for label in mention.labels:
            if label.variable == "container-title" and not self.printed:
                self.printed = mention.text.text[label.start : label.end]
            self.values.setdefault(label.variable, mention.value(label.variable))


class ThreadKeeper:
    """Gives the mentions of one document, in their order, the threads they belong to."""

    __slots__ = ("_count", "_outlets", "_path", "_threads")

    def __init__(self, path: str) -> None:
        """No thread as yet; ``path`` keeps the names of threads apart between documents."""
        self._path = path
        self._threads: deque[_Thread] = deque(maxlen=_KEPT_THREADS)
        self._outlets: set[str] = set()
        self._count = 0

    def join(self, mention: Mention) -> Mention | None:
        """``mention`` with its thread; ``None`` if it points back and nothing stands there."""
        thread = self._known(mention)
        if thread is None and mention.back:
            return None
        if thread is None:
            self._count += 1
            name = f"{self._path}#source-{self._count}"
            thread = _Thread(name, mention.block, mention.group, mention.type)
            self._threads.append(thread)
        thread.take(mention)
        self._outlets.add(mention.value("container-title"))
        return replace(mention, type=mention.type or thread.type, thread=thread.name)

    def remember(self, mention: Mention) -> Mention:
        """``mention``, which already has its thread, taken into that thread."""
        for thread in self._threads:
            if thread.name == mention.thread:
                thread.take(mention)
                return replace(mention, type=mention.type or thread.type)
        return mention

    @property
    def outlets(self) -> Container[str]:
        """The keys of the outlets named so far."""
        return self._outlets

    def short_forms_in(self, text: str) -> tuple[ShortMention, ...]:
        """The outlets named before that ``text`` names again, in full or by their first words."""
        found: dict[str, ShortMention] = {}
        for thread in self._threads:
            name = thread.printed
            match = _again(name).search(text) if name else None
            if match:
                whole = match["short"] == name
                span = Span(match.start("short"), match.end("short"))
                found[name] = ShortMention(span, thread.name, whole=whole)
        return tuple(sorted(found.values(), key=lambda short: short.span))

    def _known(self, mention: Mention) -> _Thread | None:
        latest = reversed(self._threads)
        if mention.back:
            return next((t for t in latest if t.near(mention) and _fits(t, mention)), None)
        return next((t for t in latest if _is_same(t, mention)), None)


@cache
def _again(name: str) -> re.Pattern[str]:
    """A pattern for ``name`` said again: whole, or "the" and its first words."""
    first = name.rpartition(" ")[0]
    whole = rf"(?<!\w){re.escape(name)}(?!\w)"
    if not first:
        return re.compile(rf"(?P<short>{whole})")
    short = rf"{re.escape(first)}(?=\s+[^\W\d_A-Z])"
    return re.compile(rf"(?:(?i:the)\s+)(?P<short>{re.escape(name)}(?!\w)|{short})")


def _fits(thread: _Thread, mention: Mention) -> bool:
    """Whether what ``mention`` names is new to ``thread`` or the same."""
    return all(
        thread.values.get(label.variable, mention.value(label.variable))
        == mention.value(label.variable)
        for label in mention.labels
    )


def _is_same(thread: _Thread, mention: Mention) -> bool:
    title, author = mention.value("title"), mention.value("author")
    if title or "title" in thread.values:
        return bool(title) and thread.values.get("title") == title and _fits(thread, mention)
    if not mention.value("container-title"):
        return bool(author) and thread.values == {"author": author}
    if thread.values.get("container-title") != mention.value("container-title"):
        return False
    if author and "author" not in thread.values and not thread.near(mention):
        return False
    return _fits(thread, mention)
