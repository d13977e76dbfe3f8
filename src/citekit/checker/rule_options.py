"""The options of a rule, as a rule asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

OptionValue = bool | int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """The values of a rule's options: its own, with those that the project sets over them.

    Asking for an option that the rule does not declare, or as another type, is a fault of the
    rule and raises ``KeyError`` or ``TypeError``; the settings of a user are checked before.
    """

    values: Mapping[str, OptionValue] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """An option that is a whole number."""
        value = self.values[name]
        if isinstance(value, int):
            return value
        raise TypeError(name)

    def flag(self, name: str) -> bool:
        """An option that is true or false."""
        value = self.values[name]
        if isinstance(value, bool):
            return value
        raise TypeError(name)

    def text(self, name: str) -> str:
        """An option that is a text."""
        value = self.values[name]
        if isinstance(value, str):
            return value
        raise TypeError(name)

    def words(self, name: str) -> tuple[str, ...]:
        """An option that is a list of texts."""
        value = self.values[name]
        if isinstance(value, tuple):
            return value
        raise TypeError(name)
