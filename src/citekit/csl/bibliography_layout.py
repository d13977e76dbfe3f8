"""How a style wants its bibliography set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BibliographyLayout:
    """How a style wants its bibliography set (CSL 1.0.2, "Bibliography-specific options").

    ``second_field_align`` is ``flush``, ``margin`` or empty. ``max_offset`` is the length of the
    longest first field, in characters.
    """

    hanging_indent: bool = False
    second_field_align: str = ""
    entry_spacing: int = 1
    line_spacing: int = 1
    max_offset: int = 0
