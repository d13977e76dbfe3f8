"""A problem of one name, mended by writing the name in another way."""

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rules.names.written_names import WrittenName


def rewritten(
    field: Field, name: WrittenName, message: str, better: str, *, is_safe: bool = False
) -> Problem:
    """The problem that ``name`` of ``field`` has, mended by ``better`` in its place."""
    return field.problem(
        message,
        start=name.start,
        end=name.end,
        hint=f"Write '{better}'.",
        fix=field.amendment(f"Write '{better}'", name.start, name.end, better, is_safe=is_safe),
    )
