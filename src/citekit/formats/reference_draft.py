"""A reference in the making, as a reader finds its values one by one."""

from dataclasses import dataclass, field

from citekit.formats.keyword_lists import join_keywords
from citekit.model.reference import NO_KEY, CitationKey, Date, DateRange, Literal, Name, Reference
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)

_JOINED = {TextVariable.NOTE, TextVariable.ANNOTE, TextVariable.ABSTRACT}


@dataclass(slots=True)
class ReferenceDraft:
    """The values found so far. ``key_words`` are put together at the end."""

    type: ItemType = ItemType.DOCUMENT
    key: str = ""
    texts: dict[TextVariable, str] = field(default_factory=dict)
    numbers: dict[NumberVariable, str] = field(default_factory=dict)
    dates: dict[DateVariable, Date] = field(default_factory=dict)
    names: dict[NameVariable, list[Name]] = field(default_factory=dict)
    key_words: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    def put(self, variable: TextVariable | NumberVariable, value: str) -> bool:
        """Take a value; ``False`` where there is another already and they cannot be joined."""
        if not value:
            return True
        if variable is TextVariable.KEYWORD:
            self.key_words.append(value)
            return True
        if isinstance(variable, NumberVariable):
            return self.numbers.setdefault(variable, value) == value
        known = self.texts.setdefault(variable, value)
        if known == value:
            return True
        if variable in _JOINED:
            self.texts[variable] = f"{known}; {value}"
            return True
        return False

    def put_date(self, variable: DateVariable, date: Date) -> bool:
        """Take a date; a real one replaces what is none."""
        known = self.dates.get(variable)
        if known is None or (isinstance(known, Literal) and isinstance(date, DateRange)):
            self.dates[variable] = date
            return True
        return known == date

    def put_name(self, variable: NameVariable, name: Name) -> None:
        """Take a name at the end of its list."""
        self.names.setdefault(variable, []).append(name)

    def keep(self, name: str, value: str) -> None:
        """Keep a value that no variable stands for; several of one name are joined."""
        if value:
            known = self.extra.get(name, "")
            self.extra[name] = f"{known}; {value}" if known else value

    def finished(self) -> Reference:
        """The reference with all values that were taken."""
        texts = dict(self.texts)
        if self.key_words:
            texts[TextVariable.KEYWORD] = join_keywords(self.key_words)
        return Reference(
            key=CitationKey(self.key) if self.key else NO_KEY,
            type=self.type,
            texts=texts,
            numbers=dict(self.numbers),
            dates=dict(self.dates),
            names={variable: tuple(names) for variable, names in self.names.items()},
            aliases=tuple(CitationKey(alias) for alias in self.aliases),
            extra=dict(self.extra),
        )
