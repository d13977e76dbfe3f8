"""What is opened in a LaTeX document and never closed, or closed and never opened."""

from collections.abc import Iterator
from dataclasses import dataclass

from citekit.readers.latex.story import LatexStory


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Something without a partner at ``at``, ``count`` of its kind in all."""

    message: str
    remedy: str
    at: int
    length: int
    count: int


def find_unmatched(story: LatexStory) -> Iterator[Unmatched]:
    """The first of each kind that has no partner."""
    braces = story.arguments.braces
    if braces.unclosed:
        at = braces.unclosed[0]
        remedy = "Write the '}' that belongs to it."
        yield Unmatched("'{' is never closed", remedy, at, 1, len(braces.unclosed))
    if braces.surplus:
        at = braces.surplus[0]
        remedy = "Take it out, or write the '{' that belongs to it."
        yield Unmatched("'}' closes nothing", remedy, at, 1, len(braces.surplus))
    if story.unclosed:
        name, at = story.unclosed[0]
        remedy = f"Write \\end{{{name}}} where it ends."
        message = f"the environment {name!r} is never closed"
        yield Unmatched(message, remedy, at, len(name) + 8, len(story.unclosed))
    if story.unopened:
        name, at = story.unopened[0]
        remedy = f"Take it out, or write \\begin{{{name}}} where it begins."
        message = f"\\end{{{name}}} closes nothing"
        yield Unmatched(message, remedy, at, len(name) + 6, len(story.unopened))
