"""What is wanted of a tidy file."""

from dataclasses import dataclass

STANDARD_ORDER = "standard"


@dataclass(frozen=True, slots=True)
class TidyOptions:
    """How a file is laid out, and which transforms are made.

    ``indent`` stands before each field. ``align`` is the width that names are filled up to, none
    for that of the longest name of the entry, 0 for no filling. ``sort`` names fields, ``key`` or
    ``type``, each with ``-`` before it for the descending order; ``order`` names the fields that
    come first, ``standard`` alone those of the table. Fields in ``remove`` go; values of those in
    ``enclose`` get braces of their own. Lists of names keep the first ``most_names``, and lines
    have at most ``wrap`` letters where they can; 0 for no limit. ``final_comma`` is whether
    there is a comma after the last field. ``chosen`` and ``left_out`` are names of
    transforms, over their defaults.
    """

    indent: str = "  "
    align: int | None = None
    sort: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    enclose: tuple[str, ...] = ()
    most_names: int = 0
    wrap: int = 0
    final_comma: bool = True
    chosen: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
