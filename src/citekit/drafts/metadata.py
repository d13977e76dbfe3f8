"""What the metadata blocks of a Markdown draft say about its citations."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

# BaseLoader leaves every scalar a text; the version in C is ten times as quick.
_LOADER: type[yaml.BaseLoader | yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})
MAIN = ""
"""The name of the bibliography that is not one of several."""
_NAMED = "bibliography_"
_DEEPEST = 100
# Each may double the whole, or worse, so that more of them could fill any memory.
_MOST_ALIASES = 20


@dataclass(frozen=True, slots=True)
class Metadata:
    """Settings by their names in pandoc; a text is empty where the draft says nothing.

    ``bibliographies`` maps the name of a list of works to its files, ``MAIN`` to the files of
    the only or main one. ``records`` are the items of ``references``, in CSL's YAML.
    ``section_level`` is the level of the sections that each get a list of their own, 0 for none.
    """

    bibliographies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    records: tuple[Mapping[str, object], ...] = ()
    style: str = ""
    language: str = ""
    nocite: str = ""
    section_title: str = ""
    section_level: int = 0
    links: bool = False
    links_in_bibliography: bool = True
    suppress_bibliography: bool = False
    notes_after_punctuation: bool | None = None


NO_METADATA = Metadata()


class MetadataError(Exception):
    """A metadata block is no YAML; ``line`` and ``column`` count from 0 within it."""

    def __init__(self, message: str, line: int, column: int) -> None:
        """Say what is wrong and where."""
        super().__init__(message)
        self.line = line
        self.column = column


def parse_block(text: str) -> Mapping[str, object] | None:
    """The mapping that a metadata block holds, ``None`` if it holds another thing.

    All scalars are texts.

    Raises:
        MetadataError: The block is no YAML.
    """
    try:
        _check_events(text)
        value = yaml.load(text, Loader=_LOADER)  # noqa: S506  # BaseLoader makes texts only
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        raise MetadataError(error.problem or "not understood", *place) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise MetadataError("not understood", 0, 0) from error
    if value is None or value == "":
        return {}
    return {str(key): part for key, part in value.items()} if isinstance(value, dict) else None


def _check_events(text: str) -> None:
    """See that ``text`` is neither nested so deep nor referring to itself so often as to be a trap.

    Raises:
        MetadataError: It is.
    """
    depth = aliases = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        aliases += isinstance(event, yaml.AliasEvent)
        if depth > _DEEPEST or aliases > _MOST_ALIASES:
            what = f"nested more than {_DEEPEST} deep" if depth > _DEEPEST else "too many aliases"
            raise MetadataError(what, event.start_mark.line if event.start_mark else 0, 0)


def read_metadata(fields: Mapping[str, object]) -> Metadata:
    """The settings among ``fields``; what has the wrong shape counts as not given.

    Source: pandoc's manual, "Citations", and the filters multibib and section-bibliographies.
    """
    records = fields.get("references")
    return Metadata(
        bibliographies=_bibliographies(fields),
        records=tuple(
            {str(name): part for name, part in record.items()}
            for record in (records if isinstance(records, list) else ())
            if isinstance(record, dict)
        ),
        style=_text(fields.get("csl")) or _text(fields.get("citation-style")),
        language=_text(fields.get("lang")),
        nocite=_joined(fields.get("nocite")),
        section_title=_text(fields.get("reference-section-title")),
        section_level=_level(fields),
        links=_flag(fields.get("link-citations")) is True,
        links_in_bibliography=_flag(fields.get("link-bibliography")) is not False,
        suppress_bibliography=_flag(fields.get("suppress-bibliography")) is True,
        notes_after_punctuation=_flag(fields.get("notes-after-punctuation")),
    )


def _bibliographies(fields: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """``bibliography`` as a file, a list, or a table of named ones; ``bibliography_NAME``."""
    value = fields.get("bibliography")
    found: dict[str, tuple[str, ...]] = {}
    if isinstance(value, dict):
        found.update({str(name): _texts(paths) for name, paths in value.items()})
    elif _texts(value):
        found[MAIN] = _texts(value)
    for name, paths in fields.items():
        if name.startswith(_NAMED):
            found[name.removeprefix(_NAMED)] = _texts(paths)
    return {name: paths for name, paths in found.items() if paths}


def _level(fields: Mapping[str, object]) -> int:
    nested = fields.get("section-bibliographies")
    value = _text(fields.get("section-refs-level"))
    if isinstance(nested, dict):
        value = value or _text(nested.get("level")) or "1"
    elif _flag(nested) is True:
        value = value or "1"
    return int(value) if value in {"1", "2", "3", "4", "5", "6"} else 0


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for part in values if (text := _text(part)))


def _joined(value: object) -> str:
    return "\n".join(_texts(value))


def _flag(value: object) -> bool | None:
    word = _text(value).lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else None
